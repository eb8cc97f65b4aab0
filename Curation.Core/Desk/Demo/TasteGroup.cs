namespace Curation.Core.Desk.Demo;

/// <summary>What some listeners have in common; a listener mixes one to three of them.</summary>
internal sealed record TasteGroup(string Name, double Weight, params (string Genre, double Share)[] Genres)
{
    public static IReadOnlyList<TasteGroup> All { get; } =
    [
        new("night drivers", 12, ("Synthwave", 6), ("Dream Pop", 3), ("Deep House", 2), ("Post-Punk", 1)),
        new("dancers", 12, ("Deep House", 6), ("Techno", 5), ("Neo-Soul", 1)),
        new("readers", 11, ("Ambient", 5), ("Modern Classical", 5), ("Modern Jazz", 1)),
        new("gig-goers", 14, ("Indie Rock", 7), ("Post-Punk", 4), ("Indie Pop", 2)),
        new("pop hearts", 15, ("Indie Pop", 7), ("Dream Pop", 2), ("Indie Rock", 2), ("Synthwave", 1)),
        new("heads", 13, ("Hip-Hop", 8), ("Neo-Soul", 3), ("Modern Jazz", 1)),
        new("late-night bar", 9, ("Modern Jazz", 6), ("Bossa Nova", 3), ("Neo-Soul", 3)),
        new("porch", 10, ("Indie Folk", 8), ("Indie Pop", 1), ("Modern Classical", 1), ("Bossa Nova", 1)),
        new("runners", 8, ("Techno", 4), ("Post-Punk", 3), ("Hip-Hop", 3), ("Synthwave", 2)),
    ];

    /// <summary>Running totals over the tracks: how likely each is to be heard by somebody of this group.</summary>
    public double[] Over(IReadOnlyList<DemoTrack> tracks, double[] popularity)
    {
        var shares = new double[GenreProfile.All.Count];
        foreach (var (genre, share) in Genres) shares[GenreProfile.IndexOf(genre)] = share;
        return Dice.RunningTotals(tracks.Select((track, i) => popularity[i] * (shares[track.Genres[0]] + (track.Genres.Length > 1 ? .4 * shares[track.Genres[1]] : 0))));
    }
}
