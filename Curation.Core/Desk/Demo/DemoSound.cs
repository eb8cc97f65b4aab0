using Curation.Core.Catalog;

namespace Curation.Core.Desk.Demo;

/// <summary>Measured sound as its genre has it, and the tags that people would hear in it.</summary>
internal static class DemoSound
{
    /// <summary>Share of tracks that nobody has measured.</summary>
    private const double Unmeasured = .02;

    public static AudioFeatures Of(GenreProfile genre, Dice dice)
    {
        if (dice.Chance(Unmeasured)) return default;
        var energy = dice.Around(genre.Energy, .11, .02, .99);
        var valence = dice.Around(genre.Valence, .16, .03, .98);
        return new(
            Math.Round(dice.Around(genre.Tempo + ((energy - genre.Energy) * 20), genre.TempoSpread, 48, 190), 1),
            Math.Round(energy, 3),
            Math.Round(valence, 3),
            new MusicalKey(dice.Between(1, 12), dice.Chance(genre.Major)));
    }

    /// <summary>The same song on a stage: a little faster, louder and rougher.</summary>
    public static AudioFeatures Live(AudioFeatures studio, Dice dice) => studio with
    {
        Tempo = studio.Tempo is { } tempo ? Math.Round(tempo + dice.Around(2, 1.5, -2, 6), 1) : null,
        Energy = studio.Energy is { } energy ? Math.Round(Math.Min(.99, energy + .07), 3) : null,
    };

    public static DemoTag[] Tags(GenreProfile genre, AudioFeatures sound, Dice dice)
    {
        var tags = new List<DemoTag> { new(ArtistKey.Of(genre.Name), dice.Between(4, 60)) };
        foreach (var tag in genre.Tags.Where(_ => dice.Chance(.6))) tags.Add(new(tag, dice.Between(1, 24)));
        foreach (var mood in Moods(sound).Where(_ => dice.Chance(.5))) tags.Add(new(mood, dice.Between(1, 12)));
        return tags.DistinctBy(tag => tag.Tag).ToArray();
    }

    private static IEnumerable<string> Moods(AudioFeatures sound)
    {
        if (sound.Energy < .3) yield return "calm";
        if (sound.Energy > .75) yield return "energetic";
        if (sound.Valence < .35) yield return "melancholic";
        if (sound.Valence > .65) yield return "happy";
        if (sound is { Energy: < .55, Valence: < .5, Tempo: < 110 }) yield return "late night";
        if (sound is { Energy: > .6, Tempo: > 118 }) yield return "running";
    }
}
