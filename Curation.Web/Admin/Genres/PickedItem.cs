namespace Curation.Web.Admin.Genres;

/// <summary>Something that a seed names or could name.</summary>
/// <param name="Key">What it is told apart by.</param>
/// <param name="Label">What people read.</param>
/// <param name="Note">What stands beside it: the artist, how many tracks.</param>
public sealed record PickedItem(string Key, string Label, string Note);
