using System.Globalization;
using System.Text;
using System.Text.Json;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Core.Publishing.Drafts;

/// <summary>A draft as extended M3U in UTF-8. Players read names and paths; what they have no line for stands in comments that they pass over.</summary>
public sealed class DraftM3u8 : IDraftFormat
{
    /// <inheritdoc/>
    public string Name => "m3u8";

    /// <inheritdoc/>
    public string ContentType => "application/vnd.apple.mpegurl; charset=utf-8";

    /// <inheritdoc/>
    public void Write(DraftFile file, Stream into)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = new StringBuilder("#EXTM3U\n#EXTENC:UTF-8\n");
        text.Append("#PLAYLIST:").Append(SafeNames.OneLine(file.Draft.Title)).Append('\n');
        text.Append("#CURATION-DRAFT:").Append(DraftParts.Head(file.Draft).ToJsonString()).Append('\n');
        if (file.Seed is { } seed) text.Append("#CURATION-SEED:").Append(JsonSerializer.Serialize(seed)).Append('\n');
        foreach (var line in file.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{M3u8.Seconds(line.Facts?.DurationMs)},{SafeNames.OneLine(line.Artist)} - {SafeNames.OneLine(line.Title)}\n");
            if (line.Album is { } album) text.Append("#EXTALB:").Append(SafeNames.OneLine(album)).Append('\n');
            text.Append("#CURATION-IDS:").AppendJoin(' ', line.Identifiers).Append('\n');
            text.Append("#CURATION-ENTRY:").Append(DraftParts.Of(line.Entry).ToJsonString()).Append('\n');
            text.Append(line.Path ?? $"{SafeNames.Part(line.Artist)}/{SafeNames.Part(line.Title)}.mp3").Append('\n');
        }

        into.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
