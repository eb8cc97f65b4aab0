using System.Globalization;
using System.Text;

namespace Curation.Core.Publishing.Formats;

/// <summary>Extended M3U in UTF-8, with the relative path "Artist/Title.mp3" of a library that is laid out by artist.</summary>
public sealed class M3u8 : IListFormat
{
    /// <inheritdoc/>
    public string Name => "m3u8";

    /// <inheritdoc/>
    public string ContentType => "application/vnd.apple.mpegurl; charset=utf-8";

    /// <inheritdoc/>
    public void Write(ExportedList list, Stream into)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder("#EXTM3U\n");
        text.Append("#PLAYLIST:").Append(SafeNames.OneLine(list.Title)).Append('\n');
        foreach (var track in list.Tracks)
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{Seconds(track.DurationMs)},{SafeNames.OneLine(track.Artist)} - {SafeNames.OneLine(track.Title)}\n");
            text.Append(SafeNames.Part(track.Artist)).Append('/').Append(SafeNames.Part(track.Title)).Append(".mp3\n");
        }

        into.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Whole seconds, -1 where the length is not known.</summary>
    internal static int Seconds(int? durationMs) => durationMs is { } length ? (int)Math.Round(length / 1000.0, MidpointRounding.AwayFromZero) : -1;
}
