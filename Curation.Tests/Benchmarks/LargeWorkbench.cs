using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Curation.Tests.Benchmarks;

/// <summary>A running workbench over a generated catalogue of 200,000 tracks, imported as people import it, and a playlist with a pool of 2,000.</summary>
public sealed class LargeWorkbench : TestBrowser
{
    public const int Tracks = 200_000;
    public const int Pool = 2_000;

    private static readonly string[] Genres = ["Ambient", "House", "Techno", "Folk", "Jazz", "Rock", "Pop", "Soul", "Hip hop", "Metal", "Classical", "Blues", "Reggae", "Country"];

    /// <summary>The playlist with the large pool.</summary>
    public PlaylistId Large { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Import();
        Large = await MakePlaylist("Large", Pool);
    }

    /// <summary>A playlist with so many tracks of the catalogue, spread over it.</summary>
    public async Task<PlaylistId> MakePlaylist(string title, int tracks)
    {
        var editor = Who(Roles.Editor);
        var id = await Get<CreatePlaylist>().Run(editor, title, "Slow jazz and soul for whoever measures.");
        var view = (await Get<OpenPlaylist>().Newest(id))!;
        var chosen = Enumerable.Range(0, tracks).Select(i => new TrackId(1 + (i * (Tracks / tracks)))).ToList();
        await Get<EditDraft>().Run(editor, id, view.Version, new DraftEdit.AddTracks(chosen));
        return id;
    }

    private async Task Import()
    {
        var file = Path.Combine(DataPath, "generated.csv");
        await File.WriteAllLinesAsync(file, Lines());
        var preview = await Get<PreviewImport>().Run(Actor.Console, file, "generated.csv", null, false);
        var job = await Get<QueueImport>().Run(Actor.Console, preview.Arguments);
        while ((await Get<ListJobs>().Find(job))!.State is nameof(JobState.Queued) or nameof(JobState.Running)) await Task.Delay(500);
        await using var db = await Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        if (await db.Tracks.CountAsync() != Tracks) throw new InvalidOperationException("The generated catalogue was not imported whole.");
    }

    private static IEnumerable<string> Lines()
    {
        var random = new Random(1);
        string Word() => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => "bdfglmnprstv"[random.Next(12)].ToString() + "aeiou"[random.Next(5)]));
        var words = Enumerable.Range(0, 6_000).Select(_ => Word()).ToArray();
        string Text(int count) => string.Join(' ', random.GetItems(words, count));
        var artists = Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"{Text(2)} {i}")).ToArray();
        yield return "title,artist,release,release_date,genre,duration_ms,explicit,tempo,energy,valence,key";
        for (var i = 0; i < Tracks; i++)
        {
            var artist = random.Next(artists.Length);
            yield return string.Create(CultureInfo.InvariantCulture, $"{Text(1 + random.Next(3))} {i},{artists[artist]},{words[artist % words.Length]} LP,{1980 + random.Next(46)}-{1 + random.Next(12):00}-{1 + random.Next(28):00},{Genres[artist % Genres.Length]},{120_000 + random.Next(240_000)},{(random.Next(10) == 0 ? "true" : "false")},{70 + random.Next(100)},{random.NextDouble():0.00},{random.NextDouble():0.00},{1 + random.Next(12)}{"AB"[random.Next(2)]}");
        }
    }
}
