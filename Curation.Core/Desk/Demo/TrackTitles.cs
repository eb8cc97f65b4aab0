namespace Curation.Core.Desk.Demo;

/// <summary>Titles in the language and the mood of an artist; an artist never uses one twice.</summary>
internal sealed class TrackTitles(Dice dice)
{
    private static readonly Dictionary<string, string[]> Nouns = new(StringComparer.Ordinal)
    {
        ["Electronic"] = ["Relay", "Meridian", "Voltage", "Lattice", "Carrier Wave", "Terminal", "Parallax", "Monorail", "Afterimage", "Circuit", "Aperture", "Vapour", "Orbit", "Halogen", "Undertow"],
        ["Rock"] = ["Postcards", "Avenue", "Fever", "Bicycle", "Matches", "Satellites", "Windows", "Fire Escape", "Cinema", "Alarm", "Telephone", "Bruises", "Passenger", "Weekday", "Ceiling"],
        ["Pop"] = ["Polaroid", "Lemonade", "Balcony", "Sundays", "Sweater", "Daylight", "Heartbeat", "Confetti", "Elevator", "Summer Job", "Pen Pal", "Glitter", "Voicemail", "Crush"],
        ["Urban"] = ["Receipts", "Cassette", "Crown", "Corner Store", "Honey", "Rent Day", "Penthouse", "Block", "Silk", "Overtime", "Gold Teeth", "Pressure", "Blessings", "Loose Change"],
        ["Jazz"] = ["Staircase", "Ferry", "Umbrella", "Conversation", "Hat Check", "Lamplight", "Tangerine", "Waltz", "Footsteps", "Blue Door", "Window Seat", "Promenade", "Matinee"],
        ["Folk"] = ["Orchard", "Kettle", "River", "Field Notes", "Barn Owl", "Harvest", "Snowmelt", "Porch Light", "Heron", "Woodsmoke", "Letters", "Mill Pond", "Meadow"],
        ["Classical"] = ["Nocturne", "Study", "Elegy", "Lullaby", "Prelude", "Reverie", "Aria", "Passacaglia", "Interlude", "Fragments", "Pastorale"],
    };

    private static readonly string[] Adjectives =
        ["Quiet", "Second", "Borrowed", "Slow", "Paper", "Silver", "Empty", "Distant", "Broken", "Golden", "Early", "Hollow", "Painted", "Little", "Last", "Northern", "Cold", "Bright", "Half", "Wild"];

    private static readonly string[] Times = ["Midnight", "August", "Morning", "Sunday", "4 a.m.", "December", "Tomorrow", "Winter", "Friday", "Noon", "Dusk"];
    private static readonly string[] Doing = ["Running", "Waiting", "Falling", "Driving", "Leaving", "Dancing", "Dreaming", "Swimming", "Looking", "Walking", "Calling", "Drifting"];
    private static readonly string[] Where = ["Home", "in the Dark", "Through the Static", "by the Water", "Out of Town", "for a Sign", "Without You", "in Colour", "on the Roof", "Back to You", "Under Glass", "North"];
    private static readonly string[] Lines = ["Say It Slowly", "Nobody Told the Rain", "I Was Never Here", "Tell Me When", "We Could Be Quiet", "All the Way Down", "Keep the Light On", "Not Today", "Ask Me Again", "What the Neighbours Heard"];
    private static readonly string[] Keys = ["in Grey", "for Two Hands", "for an Empty Hall", "No. 2", "No. 5", "in Snow", "for Left Hand", "No. 9", "at Low Tide", "for Strings"];

    public string Next(Flavour flavour, string family, HashSet<string> used)
    {
        for (var attempt = 0; ; attempt++)
        {
            var title = attempt < 40 ? Any(flavour, family) : $"{Any(flavour, family)} {dice.Between(2, 99)}";
            if (used.Add(ArtistNames.Plain(title))) return title;
        }
    }

    private string Any(Flavour flavour, string family)
    {
        if (flavour.Titles.Length > 0 && dice.Chance(.55)) return Own(flavour);
        if (dice.Chance(.012)) return dice.Pick(Flavour.All[dice.Between(1, Flavour.All.Count - 1)].Titles);
        if (family == "Classical" && dice.Chance(.6)) return $"{dice.Pick(Nouns[family])} {dice.Pick(Keys)}";
        return English(Nouns[family]);
    }

    private string Own(Flavour flavour) =>
        flavour.TitleStart.Length == 0 || dice.Chance(.35) ? dice.Pick(flavour.Titles) : $"{dice.Pick(flavour.TitleStart)} {dice.Pick(flavour.TitleEnd)}";

    private string English(string[] nouns) => dice.Below(20) switch
    {
        < 2 => dice.Pick(nouns),
        < 6 => $"{dice.Pick(Adjectives)} {dice.Pick(nouns)}",
        < 9 => $"{dice.Pick(Doing)} {dice.Pick(Where)}",
        < 11 => $"{dice.Pick(Times)} {dice.Pick(nouns)}",
        < 13 => $"The {dice.Pick(Adjectives)} {dice.Pick(nouns)}",
        < 14 => $"{dice.Pick(nouns)} & {dice.Pick(nouns)}",
        < 16 => $"{dice.Pick(Adjectives)} {dice.Pick(Times)}",
        < 17 => dice.Pick(Lines),
        < 18 => $"{dice.Pick(nouns)} ({dice.Pick(Doing)})",
        < 19 => $"Before the {dice.Pick(nouns)}",
        _ => $"{dice.Pick(Doing)} {dice.Pick(Times)}",
    };
}
