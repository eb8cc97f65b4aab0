using System.Runtime.CompilerServices;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Importing.Lists;
using Curation.Core.Matching;

namespace Curation.Core.Desk.Lists;

/// <summary>A line of a list beside what it may mean.</summary>
/// <param name="Given">The line.</param>
/// <param name="Match">What it may mean.</param>
public sealed record MatchedTrack(GivenTrack Given, TrackMatch Match);

/// <summary>A list beside the catalogue.</summary>
/// <param name="List">The list as given.</param>
/// <param name="Tracks">Its tracks in their order, matched.</param>
/// <param name="Facts">The tracks of the catalogue that are named.</param>
public sealed record MatchedList(GivenList List, IReadOnlyList<MatchedTrack> Tracks, IReadOnlyDictionary<TrackId, TrackFacts> Facts);

/// <summary>Finds the tracks of the catalogue that a list means. The index is made once for each state of the catalogue.</summary>
public sealed class MatchList(CurrentModel current)
{
    private readonly ConditionalWeakTable<ModelSnapshot, MatchIndex> indexes = [];

    /// <summary>Matches a list.</summary>
    public async Task<MatchedList> Of(GivenList list, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        var snapshot = await current.Get(cancel);
        return await Task.Run(() => Match(list, snapshot, cancel), cancel);
    }

    private MatchedList Match(GivenList list, ModelSnapshot snapshot, CancellationToken cancel)
    {
        var matcher = new TrackMatcher(Index(snapshot));
        var tracks = new List<MatchedTrack>(list.Tracks.Count);
        foreach (var given in list.Tracks)
        {
            cancel.ThrowIfCancellationRequested();
            tracks.Add(new MatchedTrack(given, matcher.Of(given.Wanted)));
        }

        var named = tracks.SelectMany(track => track.Match.Candidates).Select(candidate => candidate.Track).Distinct().Select(snapshot.Catalogue.Find).OfType<TrackFacts>();
        return new MatchedList(list, tracks, named.ToDictionary(facts => facts.Id));
    }

    private MatchIndex Index(ModelSnapshot snapshot)
    {
        lock (indexes)
        {
            return indexes.GetValue(snapshot, made => new MatchIndex(made.Catalogue, made.Ground.PlaysOf));
        }
    }
}
