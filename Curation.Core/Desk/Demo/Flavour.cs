namespace Curation.Core.Desk.Demo;

/// <summary>Words of one language area from which invented names and titles are put together. No entry is a real artist.</summary>
internal sealed record Flavour(
    double Weight, string[] Countries, string[] Given, string[] SurnameStart, string[] SurnameEnd, string[] GroupStart, string[] GroupEnd, string[] TitleStart, string[] TitleEnd, string[] Titles)
{
    /// <summary>Languages that artists of a country sing in, beside English, which many do everywhere; where a country is not named here they sing in English.</summary>
    public static IReadOnlyDictionary<string, string[]> Languages { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["SE"] = ["sv"], ["NO"] = ["no"], ["DK"] = ["da"], ["FI"] = ["fi"], ["IS"] = ["is"],
        ["ES"] = ["es"], ["MX"] = ["es"], ["AR"] = ["es"], ["CL"] = ["es"], ["CO"] = ["es"], ["BR"] = ["pt"], ["PT"] = ["pt"],
        ["FR"] = ["fr"], ["BE"] = ["fr", "nl"], ["CH"] = ["de", "fr"], ["DE"] = ["de"], ["AT"] = ["de"],
        ["PL"] = ["pl"], ["CZ"] = ["cs"], ["UA"] = ["uk"], ["RS"] = ["sr"], ["JP"] = ["ja"], ["KR"] = ["ko"],
        ["NG"] = ["yo", "ig"], ["GH"] = ["ak"], ["SN"] = ["wo", "fr"],
    };

    public static IReadOnlyList<Flavour> All { get; } =
    [
        new(
            48,
            ["US", "US", "US", "GB", "GB", "CA", "AU", "IE", "NZ"],
            ["Wren", "Calder", "Ottilie", "Merrin", "Corin", "Elowen", "Fenn", "Jory", "Kester", "Linnet", "Marlo", "Nye", "Oriel", "Perrin", "Quill", "Sorrel", "Tobin", "Vesper", "Wilder", "Yarrow", "Ansel", "Briar", "Dorian", "Hollis"],
            ["Ash", "Brack", "Dun", "Ember", "Fal", "Gild", "Hather", "Kettle", "Lark", "Nettle", "Oster", "Pell", "Quar", "Rook", "Sal", "Thistle", "Under", "Vane", "Whit", "Marrow", "Cinder", "Tallow"],
            ["mere", "wick", "combe", "low", "ridge", "stow", "worth", "gate", "holt", "march", "lock", "vale"],
            ["Marzipan", "Asphalt", "Porcelain", "Cobalt", "Saffron", "Gravel", "Linen", "Juniper", "Tungsten", "Ostmere", "Velbruck", "Tarnwick", "Kallowmoor", "Nethersea", "Quillhaven", "Saltmarrow", "Hexley", "Brindlecombe"],
            ["Observatory", "Semaphore", "Almanac", "Elevator", "Parliament", "Tramway", "Kiosk", "Tidal Choir", "Weather Service", "Telephone Exchange", "Lantern Company", "Night Ferry", "Radio Club", "Surveyors", "Assembly"],
            [],
            [],
            []),
        new(
            12,
            ["SE", "NO", "DK", "FI", "IS"],
            ["Birk", "Eirun", "Hilja", "Ingvil", "Jorun", "Kaisu", "Njål", "Oddny", "Runa", "Sølve", "Torill", "Ylva", "Åsne", "Øyvinn", "Saga", "Vidar"],
            ["Kvit", "Myrke", "Snø", "Rime", "Gnist", "Ulve", "Tåke", "Lynge", "Fjær", "Måne"],
            ["vik", "heim", "bäck", "saari", "mo", "løkken", "näs", "dalen", "ås"],
            ["Tyst", "Blå", "Sista", "Långa", "Nya", "Vita", "Stille", "Kald"],
            ["Önskan", "Fjärden", "Älven", "Telegrafen", "Skärgården", "Brevet", "Måsen", "Kompass"],
            ["Sista", "Blå", "Vår", "Under", "Langt", "Stilla"],
            ["Tåget", "Himmel", "Öar", "Snön", "Havet", "Ljus", "Vägen", "Ånger"],
            ["Ön", "Sjö", "Tåke", "Hjem", "Nattåg", "Fjärran", "Månljus", "Ensam i Öresund", "Skymning", "Blåbär", "Ærlig", "Yö"]),
        new(
            11,
            ["ES", "MX", "AR", "CL", "CO", "BR", "PT"],
            ["Abril", "Brisa", "Ciro", "Dario", "Elio", "Fermina", "Ilde", "Jacinta", "Lucero", "Nélida", "Olmo", "Ramón", "Simão", "Thalita", "Ximena", "Zoé"],
            ["Monte", "Sol", "Río", "Val", "Lumi", "Piedra", "Calma", "Arbo", "Nube", "Terra"],
            ["siega", "velada", "briza", "quieta", "dorada", "oscura", "viento", "nava"],
            ["Señal", "Ciudad", "Última", "Marea", "Sombra", "Estación", "Jardim", "Avión"],
            ["Perdida", "de Papel", "Lenta", "del Andén", "Dormida", "de Vidrio", "Elétrica", "sin Reloj"],
            ["Última", "Otra", "Calle", "Luz", "Noche", "Corazón"],
            ["Señal", "del Sur", "de Abril", "en Silencio", "Mañana", "Abierto", "Sin Fin", "Através"],
            ["Señal", "Mañana", "Año Nuevo", "Canción de Andén", "Saudade Nenhuma", "Chão de Estrelas", "Lluvia Lenta", "Niño Viejo", "Coração de Vidro", "Aún", "Pequeña", "Ilusão"]),
        new(
            8,
            ["FR", "BE", "CH"],
            ["Aurèle", "Blaise", "Edmée", "Gaspard", "Isaure", "Léonce", "Maëlle", "Noé", "Oriane", "Théa", "Basile", "Solène"],
            ["Clair", "Froid", "Haute", "Mor", "Noir", "Val", "Vert", "Belle", "Sombre"],
            ["neige", "plume", "sauge", "lande", "rive", "marée", "combre"],
            ["Hôtel", "Été", "Petite", "Café", "Chambre", "Théâtre"],
            ["Immobile", "Invisible", "du Lendemain", "Perdue", "Sans Nom", "à Vapeur"],
            ["Après", "Sous", "Vers", "La", "Encore"],
            ["l'Été", "la Pluie", "Marée", "l'Hiver", "Fenêtre", "Minuit"],
            ["Été perdu", "Où", "Forêt", "Déjà loin", "Fenêtre ouverte", "Le Dernier Métro Bleu", "Où vont les tramways", "Là-bas", "Hiver à Quai", "Sève"]),
        new(
            8,
            ["DE", "DE", "AT", "CH"],
            ["Anselm", "Enno", "Frauke", "Gerlind", "Henrike", "Jannik", "Lorenz", "Tilda", "Veit", "Wiebke", "Jörn", "Käthe"],
            ["Dämmer", "Eulen", "Funken", "Glimmer", "Kiesel", "Nebel", "Wolken", "Zwirn", "Apfel", "Hasel"],
            ["brück", "garten", "horn", "kamp", "moor", "thal", "wald", "licht"],
            ["Grüne", "Letzte", "Stille", "Späte", "Schöne"],
            ["Vermittlung", "Straßenbahn", "Sternwarte", "Fähre", "Übung", "Wetterwarte"],
            ["Über", "Unter", "Kein", "Letzte", "Bis"],
            ["Nacht", "Brücken", "Träume", "Lichter", "Züge", "Morgen"],
            ["Über Nacht", "Spätsommer", "Kühl", "Straße ohne Schilder", "Nebelhörner", "Zweite Fähre", "Überall Schnee", "Grün"]),
        new(
            6,
            ["PL", "CZ", "UA", "RS"],
            ["Bożena", "Ctibor", "Dalena", "Jarek", "Miłka", "Radka", "Stano", "Vesna", "Zora", "Živa", "Łucja", "Bohumil"],
            ["Chmur", "Grom", "Jezior", "Mgieł", "Rosn", "Świt", "Żur", "Vran", "Łun"],
            ["yk", "enko", "ić", "ovec", "ura", "aj"],
            ["Żółty", "Cichy", "Nocny", "Łuna", "Biały"],
            ["Tramwaj", "Ogród", "Peron", "Śnieg", "Park", "Sygnał"],
            ["Nocny", "Ostatni", "Cichy", "Mały"],
            ["Śnieg", "Pociąg", "Ogród", "List", "Wrzesień"],
            ["Łuna", "Późno", "Świt", "Žluté světlo", "Dům u řeky", "Нічний трамвай", "Mgła", "Jesień w Gdyńsku", "Zmierzch", "Šest"]),
        new(
            4,
            ["JP", "KR"],
            ["Akiho", "Chizuru", "Hayane", "Kohaku", "Minato", "Nagisa", "Rikuto", "Sumire", "Yuzuki", "Asahi"],
            ["Tsuki", "Kaze", "Hoshi", "Ame", "Kiri", "Nami", "Yuki"],
            ["numa", "saka", "tani", "hira", "machi"],
            ["Amai", "Kaze no", "Hotaru", "Yoru no", "Tōi"],
            ["Densha", "Tegami", "Rajio", "Tōdai", "Kissaten"],
            [],
            [],
            ["海辺", "Yoru", "夜行列車", "Tōi Machi", "雨のあと", "Sakura Denwa", "밤기차", "Kōri", "灯台", "ひかり"]),
        new(
            3,
            ["NG", "GH", "SN"],
            ["Abiké", "Chidera", "Efua", "Lamine", "Nsia", "Seydina", "Yaa", "Zikora", "Dayọ", "Kofa"],
            ["Akan", "Bola", "Eze", "Kou", "Mba", "Nka", "Sane"],
            ["dara", "lewa", "mansi", "ruwa", "wari", "tola"],
            ["Harmattan", "Lagoon", "Red Earth", "Kola"],
            ["Brass Society", "Highway Band", "Telegraph", "Dance Bureau"],
            [],
            [],
            ["Ọjọ́", "Àárọ̀", "Teranga Blues", "Ìrìn", "Lagoon Road", "Bàtá"]),
    ];
}
