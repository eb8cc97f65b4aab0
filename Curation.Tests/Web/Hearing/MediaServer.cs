using Curation.Tests.Fixtures;

namespace Curation.Tests.Web.Hearing;

/// <summary>A workbench with a media folder and a host of previews.</summary>
public sealed class MediaServer : WorkbenchServer
{
    public string Media { get; } = Directory.CreateTempSubdirectory("curation-media-").FullName;

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Curation:Media"] = Media,
        ["Curation:PreviewHosts:0"] = "previews.example.org",
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Media, recursive: true);
    }
}
