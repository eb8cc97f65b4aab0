using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Curation.Core.Catalog;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Playlists;

public sealed partial record Draft
{
    /// <summary>A number for another smart section.</summary>
    [JsonIgnore]
    public int NextSection => 1 + (Sections ?? []).Select(section => section.Id).Concat(Pool.Select(entry => entry.Section ?? 0)).DefaultIfEmpty(0).Max();

    /// <summary>The smart section of a number, or null.</summary>
    public SmartSection? Section(int id) => (Sections ?? []).FirstOrDefault(section => section.Id == id);

    private Draft Attach(SmartSection section, IReadOnlyList<TrackId> tracks, PersonId by, DateTimeOffset at)
    {
        var others = (Sections ?? []).ToList();
        var place = others.FindIndex(other => other.Id == section.Id);
        if (place >= 0) others[place] = section;
        else others.Add(section);
        if (others.Count > SmartSection.Most) throw new RefusedException($"A playlist has at most {SmartSection.Most} smart sections; this one was not attached.");
        var chosen = tracks.ToHashSet();
        var added = Add(tracks, null, by, at);
        return added with
        {
            Sections = [.. others],
            Pool = added.Pool.Select(entry => chosen.Contains(entry.Track) ? entry with { Section = section.Id } : entry).ToImmutableArray(),
        };
    }

    private Draft Refresh(DraftEdit.RefreshRule refresh, PersonId by, DateTimeOffset at)
    {
        var section = MustHave(refresh.Section);
        var (going, coming) = (refresh.Removed.ToHashSet(), refresh.Added.ToHashSet());
        var kept = this with { Pool = Pool.RemoveAll(entry => entry.Section == section.Id && !entry.IsSafe && going.Contains(entry.Track)) };
        coming.ExceptWith(kept.Pool.Select(entry => entry.Track));
        var last = kept.Pool.LastOrDefault(entry => entry.Section == section.Id)?.Track;
        var added = kept.Add(refresh.Added, last, by, at);
        return added with { Pool = added.Pool.Select(entry => coming.Contains(entry.Track) ? entry with { Section = section.Id } : entry).ToImmutableArray() };
    }

    private Draft Detach(int id, bool withEntries)
    {
        MustHave(id);
        var rest = Sections!.Value.RemoveAll(section => section.Id == id);
        var pool = withEntries ? Pool.RemoveAll(entry => entry.Section == id && !entry.IsSafe) : Pool;
        return this with { Sections = rest.IsEmpty ? null : rest, Pool = pool.Select(entry => entry.Section == id ? entry with { Section = null } : entry).ToImmutableArray() };
    }

    private SmartSection MustHave(int id) => Section(id) ?? throw new RefusedException("That smart section is not there any more; nothing was changed.");
}
