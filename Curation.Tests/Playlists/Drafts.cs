using System.Collections.Immutable;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using FsCheck;
using FsCheck.Fluent;

namespace Curation.Tests.Playlists;

/// <summary>Drafts and edits to try things on.</summary>
internal static class Drafts
{
    public static readonly PersonId Ann = new("ann");
    public static readonly PersonId Rob = new("rob");
    public static readonly DateTimeOffset Then = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public static Draft Of(params int[] tracks) => new() { Title = "Night Drive", Pool = [.. tracks.Select(track => Entry(track))] };

    public static Entry Entry(int track, int? pin = null, string note = "") => new() { Track = new TrackId(track), AddedBy = Ann, AddedAt = Then, Pin = pin, Note = note };

    public static IEnumerable<int> Order(this Draft draft) => draft.Pool.Select(entry => entry.Track.Value);

    /// <summary>The same draft as if one person had added everything at one time.</summary>
    public static Draft Anonymous(this Draft draft) => draft with { Pool = draft.Pool.Select(entry => entry with { AddedBy = Ann, AddedAt = Then }).ToImmutableArray() };

    public static Gen<Draft> Any =>
        from tracks in Gen.Choose(1, 30).ListOf()
        from pins in Gen.ArrayOf(Gen.Choose(0, 20), 31)
        from notes in Gen.ArrayOf(Gen.Elements("", "", "opens the night", "ask about the intro"), 31)
        from title in Gen.Elements("Night Drive", "Kitchen", "Ön")
        from size in Gen.Choose(20, 40)
        from weight in Gen.Choose(0, 10)
        select new Draft
        {
            Title = title,
            Need = notes[0],
            Seed = pins[0] > 10 ? new GenreId(pins[0]) : null,
            Blend = new Blend { Size = size, EditorialWeight = weight / 10.0 },
            Pool = [.. tracks.Distinct().Select(track => Entry(track, pins.AsSpan(0, track).Contains(pins[track]) || pins[track] == 0 ? null : pins[track], notes[track]))],
        };

    public static Gen<DraftEdit> AnyEdit =>
        from kind in Gen.Choose(0, 6)
        from tracks in Gen.NonEmptyListOf(Gen.Choose(1, 30))
        from anchor in Gen.Choose(0, 30)
        from position in Gen.Choose(1, 20)
        select Make(kind, [.. tracks.Distinct().Select(track => new TrackId(track))], anchor == 0 ? null : new TrackId(anchor), position);

    public static void Hold<T>(Gen<T> cases, Action<T> check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), check));

    /// <summary>Makes the edit, or leaves the draft where the edit is refused.</summary>
    public static Draft Try(this Draft draft, DraftEdit edit)
    {
        try
        {
            return draft.Apply(edit, Rob, Then);
        }
        catch (RefusedException)
        {
            return draft;
        }
    }

    private static DraftEdit Make(int kind, IReadOnlyList<TrackId> tracks, TrackId? anchor, int position) => kind switch
    {
        0 => new DraftEdit.AddTracks(tracks, anchor),
        1 => new DraftEdit.RemoveTracks(tracks),
        2 => new DraftEdit.PinTrack(tracks[0], position),
        3 => new DraftEdit.UnpinTracks(tracks),
        4 => new DraftEdit.WriteNote(tracks[0], $"note {position}"),
        _ => new DraftEdit.MoveTracks(tracks, anchor),
    };
}
