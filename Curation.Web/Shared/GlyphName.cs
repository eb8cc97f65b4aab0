namespace Curation.Web.Shared;

/// <summary>The small drawings that controls use.</summary>
public enum GlyphName
{
    Menu,
    Sun,
    Moon,
    Screen,
    Plus,
    Cross,
    Check,
    Pin,
    Up,
    Down,
    Left,
    Right,
    Grip,
    More,
    Play,
    Pause,
    SkipBack,
    SkipOn,
    Ending,
    Lock,
    Undo,
    Search,
    Warning,
    Copy,
    Edit,
    Order,
    Trash,
}
