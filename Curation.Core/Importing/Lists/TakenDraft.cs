using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Importing.Lists;

/// <summary>Makes a draft of a list that was matched, and trusts nothing that a file says.</summary>
public static class TakenDraft
{
    /// <summary>The draft of a list.</summary>
    /// <param name="list">The list; what it knows of a draft is kept.</param>
    /// <param name="title">The title.</param>
    /// <param name="entries">The pool in order, under the tracks of this store.</param>
    /// <param name="missing">Lines that were not found.</param>
    /// <param name="seed">The genre seed in this store, or null.</param>
    /// <param name="known">Whether somebody is known here; of an entry by anybody else <paramref name="by"/> is the author.</param>
    /// <param name="by">Who takes the list in.</param>
    /// <param name="now">When; nothing was added later than that.</param>
    /// <exception cref="RefusedException">The list does not make a draft; the sentence says why.</exception>
    public static Draft Of(GivenList list, string title, IReadOnlyList<Entry> entries, IEnumerable<string> missing, GenreId? seed, Func<PersonId, bool> known, PersonId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(entries);
        var start = list.Draft ?? new Draft { Title = "Untitled", Need = list.Words is { Length: <= Draft.LongestText } words ? words : "" };
        var head = Recipe(start) with { Pool = [], Missing = StillMissing.Of(null, [.. start.Missing?.Lines ?? [], .. missing], []) };
        head = head.Apply(new DraftEdit.Describe(title, head.Need, seed), by, now).Apply(new DraftEdit.AddEntries(entries, null, [], []), by, now);
        var authors = entries.DistinctBy(entry => entry.Track).ToDictionary(entry => entry.Track);
        return head with { Pool = [.. head.Pool.Select(entry => Signed(entry, authors[entry.Track], known, now))] };
    }

    private static Entry Signed(Entry entry, Entry given, Func<PersonId, bool> known, DateTimeOffset now) =>
        string.IsNullOrEmpty(given.AddedBy.Value) || !known(given.AddedBy) || given.AddedAt > now || given.AddedAt.Year < 2000 ? entry : entry with { AddedBy = given.AddedBy, AddedAt = given.AddedAt };

    /// <summary>What the file says of recipe, order and rules, each part as far as it is in its range.</summary>
    private static Draft Recipe(Draft draft)
    {
        var sections = (draft.Sections ?? []).Where(section => section?.Rule is not null).Select(section => Kept(section, kept => kept.Checked())).OfType<SmartSection>().ToImmutableArray();
        return draft with
        {
            Blend = Kept(draft.Blend, blend => blend.Checked()) ?? new Blend(),
            Flow = Kept(draft.Flow, flow => flow.Checked()),
            Sections = sections.Length > 0 ? sections : null,
        };
    }

    private static T? Kept<T>(T? part, Func<T, T> check)
        where T : class
    {
        try
        {
            return part is null ? null : check(part);
        }
        catch (Exception wrong) when (wrong is ValidationException or RefusedException or ArgumentException)
        {
            return null;
        }
    }
}
