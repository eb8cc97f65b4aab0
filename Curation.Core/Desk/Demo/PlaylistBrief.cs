namespace Curation.Core.Desk.Demo;

/// <summary>How far an editors' playlist of the demo world has come.</summary>
internal enum Stage
{
    Draft,
    InReview,
    SentBack,
    Published,
}

/// <summary>What an editor of the demo world had in mind: the need, and which tracks answer it.</summary>
internal sealed record PlaylistBrief(string Title, string Need, string Seed, int Length, Stage Stage, bool SecondEditor, (string Genre, double Share)[] Genres)
{
    public double LeastEnergy { get; init; }

    public double MostEnergy { get; init; } = 1;

    public double LeastTempo { get; init; }

    /// <summary>Only what came out in the last so many days; 0 for any age.</summary>
    public int NewestDays { get; init; }

    public bool Explicit { get; init; } = true;

    public int ListSize { get; init; } = 50;

    public double EditorialWeight { get; init; } = .5;

    public double DiscoveryShare { get; init; } = .1;

    public string[] Notes { get; init; } = [];

    /// <summary>Whether a recording has slipped in twice: the one that two people still work on.</summary>
    public bool HasTwin => Stage == Stage.Draft && SecondEditor;

    public static IReadOnlyList<PlaylistBrief> All { get; } =
    [
        new(
            "Night Drive",
            "Alone at the wheel after midnight. A steady pulse that keeps me awake without pushing me, synths and long reverbs, nothing that asks me to sing along.",
            "Synthwave",
            118,
            Stage.Published,
            SecondEditor: false,
            [("Synthwave", 6), ("Dream Pop", 3), ("Deep House", 2)])
        {
            LeastEnergy = .3,
            MostEnergy = .85,
            Notes =
            [
                "Opens every list: it sounds like turning the key.",
                "The bass comes in when the street lamps end.",
                "Keep this away from the two other slow ones, or the middle sags.",
                "Long outro, so it lands well before a quiet track.",
                "Listeners save this one more than anything else on the list.",
                "The one guitar track that belongs here.",
            ],
        },
        new(
            "Slow Sunday",
            "Coffee, papers, nobody has to be anywhere. Warm and acoustic or nearly so; may swing a little, must never hurry.",
            "Bossa Nova",
            84,
            Stage.InReview,
            SecondEditor: false,
            [("Bossa Nova", 5), ("Indie Folk", 4), ("Modern Jazz", 3), ("Neo-Soul", 2)])
        {
            MostEnergy = .55,
            Explicit = false,
            ListSize = 40,
            EditorialWeight = .6,
            Notes = ["First cup.", "Brushes, no sticks: exactly the right volume for a kitchen.", "A little sad, which is allowed after noon.", "Good neighbour for anything with a nylon-string guitar."],
        },
        new(
            "Rain on the Window",
            "Something to think by: four hours of reading or code without one voice calling for attention.",
            "Ambient",
            148,
            Stage.Draft,
            SecondEditor: true,
            [("Ambient", 6), ("Modern Classical", 5)])
        {
            MostEnergy = .38,
            ListSize = 80,
            EditorialWeight = .35,
            DiscoveryShare = .15,
            Notes = ["Almost nothing happens, beautifully.", "The piano is close-miked; check the level against its neighbours.", "Ends on a held chord: good last track."],
        },
        new(
            "Kitchen Dancing",
            "We are cooking for six and already moving. Groove first, familiar second, no ballads.",
            "Deep House",
            90,
            Stage.Draft,
            SecondEditor: false,
            [("Deep House", 5), ("Neo-Soul", 4), ("Indie Pop", 3), ("Hip-Hop", 1)])
        {
            LeastEnergy = .45,
            LeastTempo = 84,
            Explicit = false,
            Notes = ["Nobody stands still through this.", "Clean version only, children are about.", "Peak of the evening, about when the water boils."],
        },
        new(
            "First Light Run",
            "Ten kilometres before work. From 125 beats a minute up, dry drums, no intros over twenty seconds.",
            "Techno",
            52,
            Stage.SentBack,
            SecondEditor: true,
            [("Techno", 4), ("Post-Punk", 4), ("Indie Rock", 2), ("Synthwave", 1)])
        {
            LeastEnergy = .62,
            LeastTempo = 122,
            ListSize = 30,
            EditorialWeight = .7,
            Notes = ["Kilometre one.", "The break is short enough not to lose the stride.", "Hill track."],
        },
        new(
            "Señales: New This Season",
            "I heard my favourites to death. Give me what came out lately, from anywhere, in any language, and tell me why it is here.",
            "Indie Pop",
            64,
            Stage.Draft,
            SecondEditor: false,
            [("Indie Pop", 3), ("Hip-Hop", 2), ("Indie Rock", 2), ("Dream Pop", 2), ("Neo-Soul", 2), ("Indie Folk", 2), ("Modern Jazz", 1), ("Deep House", 1)])
        {
            NewestDays = 500,
            DiscoveryShare = .25,
            Notes = ["First release, and already a voice.", "Watch this one: saves went up three weeks running.", "Sung in two languages; the change comes mid-line."],
        },
    ];
}
