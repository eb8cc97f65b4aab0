using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Editions;
using Xunit;

namespace Curation.Tests.Web.Api;

public sealed class AssessmentEndpointTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task A_program_reads_what_was_measured_of_an_edition()
    {
        var (edition, assessment) = await Measured();
        using var app = server.App(PublishedServer.AuditorKey);
        using var answer = await app.GetAsync($"/api/v1/editions/{edition}/assessment");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"\"{assessment.Hash}\"", answer.Headers.ETag!.ToString());
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((assessment.Hash, 40, 10), (read.GetProperty("hash").GetString(), read.GetProperty("listeners").GetInt32(), read.GetProperty("minimumCell").GetInt32()));
        var figures = read.GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal(assessment.Figures.Length, figures.Count);
        Assert.Contains(figures, figure => !figure.GetProperty("hidden").GetBoolean());
        Assert.All(figures.Where(figure => figure.GetProperty("count").GetInt32() is > 0 and < 10), figure => Assert.Fail($"{figure} rests on too few"));
    }

    [Fact]
    public async Task A_key_without_the_scope_and_an_edition_that_is_not_there_get_nothing()
    {
        using var app = server.App();
        using var narrow = await app.GetAsync("/api/v1/editions/1/assessment");
        Assert.Equal(HttpStatusCode.Forbidden, narrow.StatusCode);
        using var nobody = await server.Anonymous().GetAsync("/api/v1/editions/1/assessment");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        using var auditor = server.App(PublishedServer.AuditorKey);
        using var missing = await auditor.GetAsync("/api/v1/editions/999/assessment");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_file_holds_every_figure_and_hides_what_rests_on_few(string format)
    {
        var (_, assessment) = await Measured();
        var file = (await server.Get<ExportAssessment>().Run(server.Playlist, assessment.Id, format))!;
        var text = System.Text.Encoding.UTF8.GetString(file.Bytes);
        Assert.Equal($"night-drive-assessment-{assessment.Id}.{format}", file.Name);
        Assert.Equal(OutsideFigures.Of(assessment.Figures).Count(OutsideFigures.IsHidden), format == "csv" ? text.Split('\n').Count(line => line.EndsWith(",yes", StringComparison.Ordinal)) : text.Split("\"hidden\": true").Length - 1);
        using var anonymous = await server.Anonymous().GetAsync($"/playlists/{server.Playlist}/assessments/{assessment.Id}/export/{format}");
        Assert.NotEqual(HttpStatusCode.OK, anonymous.StatusCode);
        Assert.Null(await server.Get<ExportAssessment>().Run(new(99), assessment.Id, format));
        Assert.Null(await server.Get<ExportAssessment>().Run(server.Playlist, assessment.Id, "exe"));
    }

    /// <summary>The live edition and what was measured when it was submitted; the server's own worker did that.</summary>
    private async Task<(int Edition, Assessment Assessment)> Measured()
    {
        var edition = (await server.Get<ListEditions>().Of(server.Playlist))!.Live!.Edition;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync())
        {
            if (await server.Get<ReadAssessments>().OfEdition(edition.Id) is { } assessment) return (edition.Id, assessment);
        }

        throw new InvalidOperationException("The timer does not end.");
    }
}
