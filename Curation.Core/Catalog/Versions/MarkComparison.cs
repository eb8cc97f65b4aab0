namespace Curation.Core.Catalog.Versions;

/// <summary>What two titles of one song say differently of the version.</summary>
/// <param name="Differ">The difference that makes them two recordings, in words; null where there is none.</param>
/// <param name="OnlyLengthTells">Whether the difference is one of length, such as an edit, so that equal lengths speak against it.</param>
/// <param name="Unsure">Whether one says where or by whom and the other does not.</param>
/// <param name="Soft">Differences that leave the recording the same, with what they take from the log-odds.</param>
internal sealed record MarkComparison(string? Differ, bool OnlyLengthTells, bool Unsure, IReadOnlyList<(double Weight, string Words)> Soft)
{
    public static MarkComparison Of(TitleReading one, TitleReading other)
    {
        var kinds = Hard(one).Union(Hard(other)).ToList();
        var apart = kinds.FindAll(kind => one.Has(kind) != other.Has(kind));
        if (apart.Count > 0)
        {
            var words = apart.Select(kind => (one.Has(kind) ? one : other).Marks.First(mark => mark.Kind == kind).ToString());
            return new MarkComparison($"one is marked {string.Join(" and ", words)}", apart.TrueForAll(kind => kind is VersionKind.Edit or VersionKind.Extended or VersionKind.Mono), false, []);
        }

        foreach (var kind in kinds)
        {
            var (a, b) = (Detail(one, kind), Detail(other, kind));
            if (a != b && a.Length > 0 && b.Length > 0) return new MarkComparison($"marked {one.Marks.First(mark => mark.Kind == kind)} and {other.Marks.First(mark => mark.Kind == kind)}", false, false, []);
        }

        if (one.Guests.Length > 0 && other.Guests.Length > 0 && one.Guests != other.Guests) return new MarkComparison($"with {one.Guests} and with {other.Guests}", false, false, []);
        return new MarkComparison(null, false, kinds.Exists(kind => Detail(one, kind) != Detail(other, kind)), [.. SoftOnes(one, other)]);
    }

    private static IEnumerable<VersionKind> Hard(TitleReading title) => title.Marks.Where(mark => !mark.IsSoft).Select(mark => mark.Kind).Distinct();

    private static string Detail(TitleReading title, VersionKind kind) => title.Marks.First(mark => mark.Kind == kind).Detail;

    private static IEnumerable<(double Weight, string Words)> SoftOnes(TitleReading one, TitleReading other)
    {
        if (one.Has(VersionKind.Remaster) != other.Has(VersionKind.Remaster)) yield return (-0.3, "one is remastered");
        if (one.Has(VersionKind.Plain) != other.Has(VersionKind.Plain)) yield return (-0.2, "one is labelled as a release's version");
        if (one.Guests.Length > 0 != other.Guests.Length > 0) yield return (-0.4, "one names a guest");
    }
}
