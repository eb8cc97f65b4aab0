using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Playlists;

/// <summary>Two editors, each on odd or on even tracks and on values of their own, so that all they do goes together.</summary>
public sealed class MergeProperties
{
    [Fact]
    public void Any_interleaving_of_two_editors_keeps_everything_of_both() =>
        Drafts.Hold(Cases(), given =>
        {
            var (ann, rob) = (Meant(given.Start, given.Ann, Drafts.Ann), Meant(given.Start, given.Rob, Drafts.Rob));
            var stored = Store(given.Start, Mixed(ann, rob, given.Turns));
            AssertKept(given.Start, ann, stored, odd: true);
            AssertKept(given.Start, rob, stored, odd: false);
        });

    [Fact]
    public void Both_pages_show_what_the_store_holds_once_all_is_saved() =>
        Drafts.Hold(Cases(), given =>
        {
            var (ann, rob) = (Meant(given.Start, given.Ann, Drafts.Ann), Meant(given.Start, given.Rob, Drafts.Rob));
            var (one, other) = (new Page(given.Start, ann), new Page(given.Start, rob));
            var stored = given.Start;
            foreach (var (edit, by) in Mixed(ann, rob, given.Turns))
            {
                stored = Merge.Onto(stored, edit, by, Drafts.Then).Draft;
                one.Take(stored, saved: by == Drafts.Ann);
                other.Take(stored, saved: by == Drafts.Rob);
            }

            Assert.Equal(stored, one.Shown);
            Assert.Equal(stored, other.Shown);
        });

    [Fact]
    public void Values_and_members_do_not_depend_on_who_saves_first() =>
        Drafts.Hold(Cases(), given =>
        {
            var (ann, rob) = (Meant(given.Start, given.Ann, Drafts.Ann), Meant(given.Start, given.Rob, Drafts.Rob));
            var (first, second) = (Store(given.Start, [.. By(ann, Drafts.Ann), .. By(rob, Drafts.Rob)]), Store(given.Start, [.. By(rob, Drafts.Rob), .. By(ann, Drafts.Ann)]));
            Assert.Equal(first.Pool.OrderBy(entry => entry.Track.Value), second.Pool.OrderBy(entry => entry.Track.Value));
            Assert.Equal(first with { Pool = [] }, second with { Pool = [] });
        });

    [Fact]
    public void Taking_back_all_of_ones_own_edits_leaves_exactly_the_others() =>
        Drafts.Hold(Cases(), given =>
        {
            var (ann, rob) = (Meant(given.Start, given.Ann, Drafts.Ann), Meant(given.Start, given.Rob, Drafts.Rob));
            var stored = Store(given.Start, [.. By(ann, Drafts.Ann), .. By(rob, Drafts.Rob)]);
            var mine = Store(given.Start, By(ann, Drafts.Ann));
            var back = new DraftEdit.Several([.. EditSteps.Between(mine, given.Start)], "");
            var left = Merge.Onto(stored, back, Drafts.Ann, Drafts.Then);
            var only = Store(given.Start, By(rob, Drafts.Rob));
            Assert.Empty(left.Conflicts);
            Assert.Equal(only.Pool.OrderBy(entry => entry.Track.Value), left.Draft.Pool.OrderBy(entry => entry.Track.Value));
            Assert.Equal(only with { Pool = [] }, left.Draft with { Pool = [] });
        });

    [Fact]
    public void Every_edit_reads_back_from_its_JSON_as_it_was() =>
        Drafts.Hold(from before in Drafts.Any from after in Drafts.Any select (before, after), given =>
        {
            var edit = new DraftEdit.Several([.. EditSteps.Between(given.before, given.after)], "all");
            var read = JsonSerializer.Deserialize<DraftEdit>(JsonSerializer.Serialize<DraftEdit>(edit, DraftJson.Options), DraftJson.Options)!;
            Assert.Equal(given.after.Anonymous(), given.before.Apply(read, Drafts.Ann, Drafts.Then).Anonymous());
        });

    private static Gen<(Draft Start, List<DraftEdit> Ann, List<DraftEdit> Rob, List<bool> Turns)> Cases() =>
        from start in Drafts.Any
        from ann in Drafts.AnyEdit.ListOf()
        from rob in Drafts.AnyEdit.ListOf()
        from size in Gen.Choose(20, 60)
        from turns in Gen.Elements(true, false).ListOf()
        select (
            start,
            ann.Select(edit => Narrow(edit, odd: true)).Append(new DraftEdit.SetBlend(start.Blend with { Size = size })).ToList(),
            rob.Select(edit => Narrow(edit, odd: false)).Append(new DraftEdit.Describe("Ön", start.Need, start.Seed)).ToList(),
            turns.ToList());

    /// <summary>The same edit on tracks of one half only, and pins at positions of that half.</summary>
    private static DraftEdit Narrow(DraftEdit edit, bool odd)
    {
        TrackId Half(TrackId track) => new(((track.Value - 1) / 2 * 2) + (odd ? 1 : 2));
        IReadOnlyList<TrackId> Halves(IReadOnlyList<TrackId> tracks) => [.. tracks.Select(Half).Distinct()];
        return edit switch
        {
            DraftEdit.AddTracks add => add with { Tracks = Halves(add.Tracks) },
            DraftEdit.RemoveTracks remove => remove with { Tracks = Halves(remove.Tracks) },
            DraftEdit.MoveTracks move => move with { Tracks = Halves(move.Tracks) },
            DraftEdit.UnpinTracks unpin => unpin with { Tracks = Halves(unpin.Tracks) },
            DraftEdit.WriteNote note => note with { Track = Half(note.Track) },
            DraftEdit.PinTrack pin => new DraftEdit.WriteNote(Half(pin.Track), $"pin me at {pin.Position}"),
            _ => edit,
        };
    }

    /// <summary>What one editor's page makes of the edits, each meant on what that page shows.</summary>
    private static List<DraftEdit> Meant(Draft start, List<DraftEdit> edits, PersonId by)
    {
        var meant = new List<DraftEdit>();
        var shown = start;
        foreach (var edit in edits)
        {
            var refined = Merge.Refine(shown, edit, by, Drafts.Then);
            meant.Add(refined);
            shown = shown.Apply(refined, by, Drafts.Then);
        }

        return meant;
    }

    private static IEnumerable<(DraftEdit Edit, PersonId By)> By(List<DraftEdit> edits, PersonId by) => edits.Select(edit => (edit, by));

    private static IEnumerable<(DraftEdit Edit, PersonId By)> Mixed(List<DraftEdit> ann, List<DraftEdit> rob, List<bool> turns)
    {
        var (one, other) = (new Queue<DraftEdit>(ann), new Queue<DraftEdit>(rob));
        for (var turn = 0; one.Count + other.Count > 0; turn++)
        {
            var hers = other.Count == 0 || (one.Count > 0 && turns.Count > 0 && turns[turn % turns.Count]);
            yield return hers ? (one.Dequeue(), Drafts.Ann) : (other.Dequeue(), Drafts.Rob);
        }
    }

    private static Draft Store(Draft start, IEnumerable<(DraftEdit Edit, PersonId By)> edits) => edits.Aggregate(start, (stored, next) =>
    {
        var merged = Merge.Onto(stored, next.Edit, next.By, Drafts.Then);
        Assert.Empty(merged.Conflicts);
        return merged.Draft;
    });

    /// <summary>Whatever one editor alone would have got on their half stands in the store.</summary>
    private static void AssertKept(Draft start, List<DraftEdit> edits, Draft stored, bool odd)
    {
        var alone = edits.Aggregate(start, (draft, edit) => draft.Apply(edit, Drafts.Ann, Drafts.Then)).Anonymous();
        bool Mine(Entry entry) => entry.Track.Value % 2 == (odd ? 1 : 0);
        Assert.Equal(alone.Pool.Where(Mine).OrderBy(entry => entry.Track.Value), stored.Anonymous().Pool.Where(Mine).OrderBy(entry => entry.Track.Value));
        if (odd) Assert.Equal(alone.Blend, stored.Blend);
        else Assert.Equal(alone.Title, stored.Title);
    }

    /// <summary>An open page: the newest stored state with the page's own unsaved edits on top.</summary>
    private sealed class Page(Draft start, List<DraftEdit> edits)
    {
        private readonly Queue<DraftEdit> waiting = new(edits);

        public Draft Shown { get; private set; } = start;

        public void Take(Draft stored, bool saved)
        {
            if (saved) waiting.Dequeue();
            Shown = waiting.Aggregate(stored, (draft, edit) => draft.Apply(edit, Drafts.Ann, Drafts.Then));
        }
    }
}
