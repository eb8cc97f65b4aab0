namespace Curation.Web.Shared;

/// <summary>The few meanings that have a colour of their own; a word always goes with it.</summary>
public enum Tone
{
    Plain,
    Accent,
    Violet,
    Cyan,
    Green,
    Yellow,
    Red,
}
