using Curation.Core.Catalog;

namespace Curation.Core.Desk.Demo;

/// <summary>Artists in the shares that real catalogues show: most gender values missing, men far ahead of women among those stated, some countries unknown.</summary>
internal static class DemoArtists
{
    private const double WithoutGender = .49;
    private const double MenOfStated = .79;
    private const double NonBinaryOfStated = .02;
    private const double WithoutCountry = .10;
    private const double GroupsOfUnstated = .80;

    public static List<DemoArtist> Make(int count, long seed)
    {
        var dice = new Dice(seed, "artists");
        var names = new ArtistNames(dice);
        var kinds = dice.Shuffled(Kinds(count));
        var nowhere = dice.Shuffled(Enumerable.Range(0, count)).Take((int)Math.Round(count * WithoutCountry)).ToHashSet();
        var flavours = Dice.RunningTotals(Flavour.All.Select(flavour => flavour.Weight));
        var genres = dice.Shuffled(Genres(count));
        var artists = new List<DemoArtist>(count);
        for (var i = 0; i < count; i++)
        {
            var flavour = Flavour.All[dice.Weighted(flavours)];
            var (type, gender) = kinds[i];
            var family = GenreProfile.All[genres[i]].Family;
            var country = nowhere.Contains(i) ? null : dice.Pick(flavour.Countries);
            artists.Add(new(names.Next(type, flavour, family), type, gender, country, flavour, genres[i], Neighbour(dice, genres[i])));
        }

        return artists;
    }

    private static IEnumerable<(ArtistType Type, Gender Gender)> Kinds(int count)
    {
        var unstated = (int)Math.Round(count * WithoutGender);
        var stated = count - unstated;
        var men = (int)Math.Round(stated * MenOfStated);
        var others = (int)Math.Round(stated * NonBinaryOfStated);
        var groups = (int)Math.Round(unstated * GroupsOfUnstated);
        for (var i = 0; i < count; i++)
        {
            yield return i switch
            {
                _ when i < men => (ArtistType.Person, Gender.Male),
                _ when i < men + others => (ArtistType.Person, Gender.NonBinary),
                _ when i < stated => (ArtistType.Person, Gender.Female),
                _ when i < stated + groups => (ArtistType.Group, Gender.Unknown),
                _ when i % 5 == 0 => (ArtistType.Other, Gender.Unknown),
                _ => (ArtistType.Person, Gender.Unknown),
            };
        }
    }

    /// <summary>Every genre gets its share of the artists, so that even a small world has all of them.</summary>
    private static IEnumerable<int> Genres(int count)
    {
        var shares = Dice.RunningTotals(GenreProfile.All.Select(genre => genre.Weight));
        var genre = 0;
        for (var i = 0; i < count; i++)
        {
            while ((i + .5) / count * shares[^1] > shares[genre]) genre++;
            yield return genre;
        }
    }

    private static int Neighbour(Dice dice, int genre)
    {
        var others = Enumerable.Range(0, GenreProfile.All.Count).Where(other => other != genre).ToList();
        var family = others.Where(other => GenreProfile.All[other].Family == GenreProfile.All[genre].Family).ToList();
        return family.Count == 0 || dice.Chance(.2) ? dice.Pick(others) : dice.Pick(family);
    }
}
