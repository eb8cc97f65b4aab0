using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>One good row of a file.</summary>
/// <param name="Line">Line in its file, from 1; of several, the first.</param>
public abstract record ImportRow(long Line)
{
    /// <summary>How many rows of the file this one stands for.</summary>
    public int Rows { get; init; } = 1;
}

/// <summary>A listening event.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="Listener">Pseudonym of the listener.</param>
/// <param name="Track">What was heard.</param>
/// <param name="At">Unix time in milliseconds.</param>
/// <param name="MsPlayed">Milliseconds heard, where given.</param>
/// <param name="Skipped">Moved on before the end.</param>
/// <param name="Saved">Saved by the listener.</param>
/// <param name="Source">Where the play came from, where given.</param>
public sealed record PlayRow(long Line, string Listener, TrackWords Track, long At, int? MsPlayed, bool Skipped, bool Saved, string? Source) : ImportRow(Line);

/// <summary>A track for the catalogue.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="Track">The track.</param>
public sealed record TrackRow(long Line, TrackWords Track) : ImportRow(Line);

/// <summary>What a source states about an artist.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="Name">Name as given.</param>
/// <param name="Mbid">MusicBrainz identifier, where given.</param>
/// <param name="Type">Person, group or other.</param>
/// <param name="Gender">Gender as stated.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, where given.</param>
/// <param name="NameIsShared">Whether another artist of the file has the same folded name, so that the name alone says nothing.</param>
public sealed record ArtistRow(long Line, string Name, Guid? Mbid, ArtistType Type, Gender Gender, string? Country, bool NameIsShared) : ImportRow(Line);

/// <summary>What a source states about a listener; what it leaves null stays as it was.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="Listener">Pseudonym of the listener.</param>
/// <param name="AgeBand">Coarse age band, where given.</param>
/// <param name="Region">Coarse region, where given.</param>
/// <param name="Since">Listening since this day, where given.</param>
/// <param name="ExcludesExplicit">Whether explicit tracks are excluded, where given; a file turns it on and never off.</param>
public sealed record ListenerRow(long Line, string Listener, string? AgeBand, string? Region, DateOnly? Since, bool? ExcludesExplicit) : ImportRow(Line);

/// <summary>How often a listener played something, without times.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="Listener">Pseudonym of the listener.</param>
/// <param name="Track">What was played.</param>
/// <param name="Count">Plays, at least 1.</param>
public sealed record TallyRow(long Line, string Listener, TrackWords Track, int Count) : ImportRow(Line);

/// <summary>How often a tag was given.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="Track">What was tagged.</param>
/// <param name="Tag">The tag as given.</param>
/// <param name="Count">Listeners who gave it.</param>
public sealed record TagRow(long Line, TrackWords Track, string Tag, int Count) : ImportRow(Line);

/// <summary>A track of a list that somebody made.</summary>
/// <param name="Line">Line in its file.</param>
/// <param name="List">Name of the list.</param>
/// <param name="Day">Day of the list, where it has one; the same name on another day is another list.</param>
/// <param name="Position">Place in the list, from 0, in the order of the file.</param>
/// <param name="Track">The track.</param>
public sealed record ListRow(long Line, string List, DateOnly? Day, int Position, TrackWords Track) : ImportRow(Line);
