using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Tests.Auditing.Figures;

namespace Curation.Tests.Auditing.Assessing;

/// <summary>The same figures by the definitions, list by list and place by place, with nothing shared and nothing tabled.</summary>
internal sealed class SlowMeter(SmallWorld world, MeasuredLists measured, PositionWeight weight)
{
    public Dictionary<string, double?> Figures()
    {
        var figures = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var (name, of) in Dimensions()) Creators(figures, name, of);
        Concentrate(figures);
        Listeners(figures);
        return figures;
    }

    private static string Text(string measure, string dimension = "", string group = "", string against = "") => new MeasureKey(measure, dimension, group, against).ToString();

    private IEnumerable<(string Name, Func<TrackId, IReadOnlyDictionary<string, double>> Of)> Dimensions()
    {
        yield return ("gender", track => Split(track, Gender));
        yield return ("region", track => Split(track, artist => WorldRegions.Of(Traits(artist).Country)));
        yield return ("label type", track => Split(track, artist => world.Label.Find(artist.Value)));
        yield return ("genre", track => Shares(world.Catalogue.Find(track) is { } facts ? [.. world.Catalogue.GenresOf(facts)] : []));
        yield return ("language", track => Shares(world.Catalogue.Find(track)?.Language is { } language ? [language] : []));
        yield return ("standing", track => Split(track, artist => First(artist) is { } first ? (first.AddYears(2) > SmallWorld.Day ? "new" : "established") : null));
        yield return ("gender × region", track => Met(Split(track, artist => $"{Gender(artist)} × {WorldRegions.Of(Traits(artist).Country) ?? "unknown"}")));
    }

    private string Gender(ArtistId artist) => Traits(artist).Gender switch { Core.Catalog.Gender.Female => "female", Core.Catalog.Gender.Male => "male", Core.Catalog.Gender.NonBinary => "non-binary", _ => "unknown" };

    private static Dictionary<string, double> Met(Dictionary<string, double> shares) => shares.ToDictionary(pair => pair.Key == "unknown" ? "unknown × unknown" : pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private ArtistTraits Traits(ArtistId artist) => world.Catalogue.Artists[artist];

    private DateOnly? First(ArtistId artist) => world.Catalogue.Tracks.Where(track => track.Artists.Contains(artist)).Min(track => track.ReleasedOn);

    private Dictionary<string, double> Split(TrackId track, Func<ArtistId, string?> group) =>
        Shares(world.Catalogue.Find(track) is { } facts ? [.. facts.Artists.Select(artist => group(artist) ?? "unknown")] : []);

    private static Dictionary<string, double> Shares(string[] groups) =>
        groups.Length == 0 ? new(StringComparer.Ordinal) { ["unknown"] = 1 } : groups.GroupBy(group => group, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count() / (double)groups.Length, StringComparer.Ordinal);

    private IEnumerable<TrackId[]> Lists => Enumerable.Range(0, measured.Lists.Count).Select(row => measured.Lists.Of(row).ToArray());

    private void Creators(Dictionary<string, double?> figures, string name, Func<TrackId, IReadOnlyDictionary<string, double>> of)
    {
        var groups = world.Catalogue.Tracks.SelectMany(track => of(track.Id).Keys).Append(name.Contains('×', StringComparison.Ordinal) ? "unknown × unknown" : "unknown").Distinct().ToArray();
        double Even(IEnumerable<TrackId> tracks, string group) => tracks.Average(track => of(track).GetValueOrDefault(group));
        double? Weighed(IEnumerable<TrackId[]> lists, string group)
        {
            var places = lists.SelectMany(list => list.Index()).ToArray();
            return places.Length == 0 ? null : places.Sum(place => weight.At(place.Index) * of(place.Item).GetValueOrDefault(group)) / places.Sum(place => weight.At(place.Index));
        }

        var all = world.Catalogue.Tracks.Select(track => track.Id).ToArray();
        var live = Enumerable.Range(0, measured.Live!.Count).Select(row => measured.Live.Of(row).ToArray()).ToArray();
        var heard = Enumerable.Range(0, measured.Audience.Count).SelectMany(History).ToArray();
        foreach (var group in groups)
        {
            var share = Weighed(Lists, group);
            figures[Text(weight.Of("exposure"), name, group)] = share;
            figures[Text(weight.Of("amplification"), name, group, "catalogue")] = Definitions.Amplification(share, Even(all, group));
            figures[Text(weight.Of("amplification"), name, group, "pool")] = Definitions.Amplification(share, Even(measured.Pool, group));
            figures[Text(weight.Of("amplification"), name, group, "edition")] = Definitions.Amplification(share, Weighed(live, group));
            figures[Text(weight.Of("amplification"), name, group, "history")] = Definitions.Amplification(share, heard.Sum(play => play.Plays * of(play.Track).GetValueOrDefault(group)) / heard.Sum(play => play.Plays));
            var members = measured.Pool.Sum(track => of(track).GetValueOrDefault(group));
            if (members > 1e-6 && members < measured.Pool.Count - 1e-6)
                figures[Text("rkl", name, group, "pool")] = Mean(Lists.Where(list => list.Length >= 10).Select(list => Definitions.Rkl([.. list.Select(track => of(track).GetValueOrDefault(group))], members, measured.Pool.Count)));
        }

        double[] Row(TrackId track) => [.. groups.Select(group => of(track).GetValueOrDefault(group))];
        figures[Text("ndkl", name, "", "pool")] = Mean(Lists.Select(list => Definitions.Ndkl([.. list.Select(Row)], [.. groups.Select(group => Even(measured.Pool, group))], measured.Pool.Count)));
        figures[Text("ndkl", name, "", "catalogue")] = Mean(Lists.Select(list => Definitions.Ndkl([.. list.Select(Row)], [.. groups.Select(group => Even(all, group))], all.Length)));
    }

    private void Concentrate(Dictionary<string, double?> figures)
    {
        var places = Lists.SelectMany(list => list.Index()).Where(place => world.Catalogue.Find(place.Item) is not null).ToArray();
        var tracks = world.Catalogue.Tracks.Select(track => places.Where(place => place.Item == track.Id).Sum(place => weight.At(place.Index))).ToArray();
        var ids = world.Catalogue.Tracks.SelectMany(track => track.Artists).Distinct().ToArray();
        var artists = ids.Select(artist => places.Sum(place => world.Catalogue.Find(place.Item)!.Artists is var credits && credits.Contains(artist) ? weight.At(place.Index) / credits.Count : 0)).ToArray();
        figures[Text(weight.Of("gini"), "tracks")] = Concentration.Gini(tracks);
        figures[Text(weight.Of("gini"), "artists")] = Concentration.Gini(artists);
        figures[Text("coverage", "tracks")] = tracks.Count(exposure => exposure > 0) / (double)tracks.Length;
        figures[Text("coverage", "artists")] = artists.Count(exposure => exposure > 0) / (double)artists.Length;
        var before = measured.Live!.Tracks.ToArray().SelectMany(track => world.Catalogue.Find(track)?.Artists ?? []).ToHashSet();
        var now = places.SelectMany(place => world.Catalogue.Find(place.Item)!.Artists).ToHashSet();
        figures[Text("artists-gained", against: "edition")] = now.Except(before).Count();
        figures[Text("artists-lost", against: "edition")] = before.Except(now).Count();
    }

    private void Listeners(Dictionary<string, double?> figures)
    {
        var rows = Enumerable.Range(0, measured.Lists.Count).ToArray();
        TrackId[] Known(int row) => [.. measured.Lists.Of(row).ToArray().Where(track => world.Catalogue.Find(track) is not null)];
        figures["fit"] = Mean(rows.Select(Fit));
        figures["calibration"] = Mean(rows.Select(Calibrated));
        figures["gs/before"] = Mean(rows.Select(row => Definitions.Gs([.. History(row).Select(play => Direction(play.Track))], [.. History(row).Select(play => play.Plays)])));
        figures["gs/after"] = Mean(rows.Select(Narrow));
        figures["diversity/before"] = Mean(rows.Select(row => ListDiversity.Of([.. History(row).Select(play => Direction(play.Track))])));
        figures["diversity/after"] = Mean(rows.Select(Diverse));
        var all = world.Plays.Sum() + world.Plays.Length;
        figures["novelty"] = Mean(rows.Select(Novel));
        figures["discovery"] = Mean(rows.Select(Discovered));
        figures["serendipity"] = Mean(rows.Select(Serendipitous));
        var excluding = rows.Where(row => measured.Audience.Facts[row].ExcludesExplicit).Select(row => Known(row).Select(track => world.Catalogue.Find(track)!).ToList()).ToList();
        figures["explicit-reach"] = excluding.Sum(list => list.Count(track => track.Explicit));
        figures["explicit-lists"] = excluding.Count(list => list.Exists(track => track.Explicit));
        figures["explicit-unknown"] = excluding.Sum(list => list.Count(track => !track.Explicit && !track.ExplicitStated));
        foreach (var age in rows.GroupBy(row => measured.Audience.Facts[row].AgeBand ?? "unknown", StringComparer.Ordinal))
        {
            figures[Text("fit", "listener age", age.Key)] = Mean(age.Select(Fit));
            figures[Text("diversity", "listener age", age.Key)] = Mean(age.Select(Diverse));
            figures[Text("calibration", "listener age", age.Key)] = Mean(age.Select(Calibrated));
            figures[Text("gs", "listener age", age.Key)] = Mean(age.Select(Narrow));
            figures[Text("novelty", "listener age", age.Key)] = Mean(age.Select(Novel));
            figures[Text("discovery", "listener age", age.Key)] = Mean(age.Select(Discovered));
            figures[Text("serendipity", "listener age", age.Key)] = Mean(age.Select(Serendipitous));
        }

        double? Fit(int row) => double.IsNaN(measured.Fit![row]) ? null : measured.Fit[row];
        double? Narrow(int row) => Definitions.Gs([.. Known(row).Select(Direction)], [.. Known(row).Select(_ => 1.0)]);
        double? Novel(int row) => Definitions.Novelty([.. Known(row).Select(track => -Math.Log2((world.Plays[track.Value - 1] + 1) / all))]);
        double? Discovered(int row) => History(row).Length == 0 || Known(row).Length == 0 ? null : Known(row).Average(track => History(row).Any(play => world.Catalogue.Find(play.Track)!.Artists.Intersect(world.Catalogue.Find(track)!.Artists).Any()) ? 0 : 1);
        double? Diverse(int row) => ListDiversity.Of([.. Known(row).Select(Direction)]);
        double? Calibrated(int row) => Definitions.Divergence(Genres(History(row)), Genres([.. measured.Lists.Of(row).ToArray().Select(track => (track, 1.0))]));
    }

    private double? Serendipitous(int row)
    {
        var start = Enumerable.Range(0, row).Sum(before => measured.Lists.Of(before).Length);
        var heard = History(row).Select(play => Direction(play.Track)).Where(direction => direction.Any(value => value != 0)).ToArray();
        var list = measured.Lists.Of(row).ToArray().Index().Where(place => world.Catalogue.Find(place.Item) is not null && Direction(place.Item).Any(value => value != 0) && !float.IsNaN(measured.Relevance![start + place.Index])).ToArray();
        return heard.Length == 0 ? null : Definitions.Serendipity([.. list.Select(place => heard.Average(other => Direction(place.Item).Zip(other, (a, b) => (double)a * b).Sum()))], [.. list.Select(place => (double)measured.Relevance![start + place.Index])]);
    }

    private double[] Genres((TrackId Track, double Weight)[] tracks)
    {
        var mix = new double[5];
        foreach (var (track, many) in tracks)
            foreach (var genre in world.Catalogue.Find(track)?.Genres ?? []) mix[genre.Value - 1] += many / world.Catalogue.Find(track)!.Genres.Count;
        return mix.Sum() > 0 ? [.. mix.Select(share => share / mix.Sum())] : mix;
    }

    private float[] Direction(TrackId track)
    {
        var vector = world.Vectors[track.Value - 1];
        var length = Math.Sqrt(vector.Sum(value => (double)value * value));
        return length == 0 ? vector : [.. vector.Select(value => (float)(value / length))];
    }

    private (TrackId Track, double Plays)[] History(int row)
    {
        var starts = 0;
        var range = measured.Audience.Of(row);
        starts = range.Start.Value;
        return [.. Enumerable.Range(starts, range.End.Value - starts).Select(i => (measured.Audience.Tracks[i], (double)measured.Audience.Plays[i])).Where(play => play.Item2 > 0)];
    }

    private static double? Mean(IEnumerable<double?> values) => values.OfType<double>().DefaultIfEmpty(double.NaN).Average() is var mean && double.IsNaN(mean) ? null : mean;
}
