using Curation.Core.Desk.Hearing;

namespace Curation.Web.Hearing;

/// <summary>How the screens name where a sound comes from, and what went wrong with one.</summary>
internal static class SoundWords
{
    private const string NotTheRecording = "synthesised from tempo, key and energy - not the recording";

    /// <summary>The label in the bar.</summary>
    public static string Label(Sound sound) => sound.Source switch
    {
        SoundSource.File => "from the media folder",
        SoundSource.Preview => $"preview at {new Uri(sound.Address).Host}",
        _ => NotTheRecording,
    };

    /// <summary>The label where there is little room.</summary>
    public static string Short(Sound sound) => sound.Source switch { SoundSource.File => "file", SoundSource.Preview => "preview", _ => "synthesised" };

    /// <summary>What the label says when asked.</summary>
    public static string Explained(Sound sound)
    {
        var assumed = sound.Assumed.Count == 0 ? "" : $" Not measured, so a neutral value stands for it: {string.Join(", ", sound.Assumed)}.";
        return $"{Capital(Label(sound))}.{assumed}{(sound.Why is null ? "" : " " + sound.Why)}";
    }

    /// <summary>The tooltip of a play button.</summary>
    public static string OfButton(SoundSource source) => source switch
    {
        SoundSource.File => "Play, from the media folder",
        SoundSource.Preview => "Play the preview",
        _ => $"Play a tone, {NotTheRecording}",
    };

    /// <summary>Why a sound did not play, and what to do.</summary>
    /// <param name="status">The answer's status; 0 where nobody answered.</param>
    public static string Failed(Sound sound, int status) => status switch
    {
        401 or 403 => "Your session has ended. Sign in again to go on listening.",
        404 when sound.Source == SoundSource.File => "The file is gone from the media folder. An admin can scan the folder again; the next track still plays.",
        404 => "The track is gone from the catalogue. The next one still plays.",
        429 => "Too many sounds were asked for at once. Wait a few seconds and press play.",
        0 when sound.Source == SoundSource.Preview => $"{new Uri(sound.Address).Host} does not give the preview. Try again later, or put the file into the media folder.",
        0 => "The server did not answer. Press play to try again.",
        < 300 => "The browser cannot play this file. Try another format in the media folder, such as MP3 or FLAC.",
        _ => $"The sound could not be fetched (status {status}). Press play to try again.",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
