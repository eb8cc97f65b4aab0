using Curation.Core.Auditing.Content;

namespace Curation.Web.Shared;

/// <summary>Measures of the content policy as people read them.</summary>
public static class MeasureWords
{
    /// <summary>The measure in a word or two.</summary>
    public static string Of(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => "Advisory",
        ContentMeasure.Restrict => "Restrict reach",
        ContentMeasure.Remove => "Remove",
        _ => "Nothing",
    };

    /// <summary>What it does, for whoever chooses.</summary>
    public static string Does(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => "stays, with a mark in listeners' apps",
        ContentMeasure.Restrict => "is on no recommended list, but can be found",
        ContentMeasure.Remove => "is given to nobody",
        _ => "stays as it is",
    };

    /// <summary>What came of a report, for who made it.</summary>
    public static string Outcome(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => "it stays, with a mark for listeners",
        ContentMeasure.Restrict => "it is not recommended any more",
        ContentMeasure.Remove => "it was removed",
        _ => "it stays as it is",
    };

    /// <summary>The colour that goes with it.</summary>
    public static Tone ToneOf(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => Tone.Yellow,
        ContentMeasure.Restrict or ContentMeasure.Remove => Tone.Red,
        _ => Tone.Green,
    };

    /// <summary>The level of a finding in a word.</summary>
    public static string Of(ContentLevel level) => level switch { ContentLevel.Block => "blocks", ContentLevel.Warn => "warns", _ => "notes" };

    /// <summary>The colour that goes with a level.</summary>
    public static Tone ToneOf(ContentLevel level) => level switch { ContentLevel.Block => Tone.Red, ContentLevel.Warn => Tone.Yellow, _ => Tone.Plain };
}
