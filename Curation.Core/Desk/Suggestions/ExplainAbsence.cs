using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Versions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Why a track is not among the candidates, as screens show it.</summary>
/// <param name="Track">The track.</param>
/// <param name="Cause">What keeps it down.</param>
/// <param name="Because">The same in sentences, at least one.</param>
/// <param name="Rank">The place it has or would have, from 1; 0 where it has none.</param>
/// <param name="Score">Its score in hundredths.</param>
/// <param name="Needed">The last candidate's score, where the list is full.</param>
/// <param name="LastTitle">Title of the last candidate; empty where there is room.</param>
/// <param name="Parts">Its score source by source, beside the last candidate's; rounded one by one.</param>
public sealed record AbsenceView(
    TrackFacts Track, AbsenceCause Cause, IReadOnlyList<string> Because, int Rank, decimal Score, decimal? Needed, string LastTitle, IReadOnlyList<AbsenceLine> Parts);

/// <summary>What one source adds to the track asked about and to the last candidate.</summary>
public sealed record AbsenceLine(SourceKind Source, decimal Mine, decimal Last);

/// <summary>Says why a track is not among the candidates of a draft.</summary>
public sealed class ExplainAbsence(SuggestTracks suggest, ListRefusals refusals, CurrentVersions versions, HeldTracks held, CurrentModel current, Store store)
{
    /// <summary>The answer for a draft as a page holds it, with the filters and the number of candidates it asked for; null where the catalogue does not hold the track.</summary>
    public async Task<AbsenceView?> Of(PlaylistId playlist, Draft draft, SuggestionFilters filters, TrackId track, int count = SuggestionRequest.Most, CancellationToken cancel = default)
    {
        var (snapshot, request) = await suggest.Request(playlist, draft, filters, count, cancel);
        if (snapshot.Catalogue.Find(track) is not { } facts) return null;
        var absence = await Task.Run(() => snapshot.Suggester.WhyNot(request, track), cancel);
        var because = absence.Cause switch
        {
            AbsenceCause.InPool => ["It is in the pool already."],
            AbsenceCause.Excluded => await Excluded(playlist, draft, filters, track, cancel),
            AbsenceCause.Filtered => Filtered(filters, facts, snapshot),
            AbsenceCause.NothingSpeaks => ["Neither the pool or seed nor the words of the need have anything to say for it."],
            AbsenceCause.Outranked => [absence.Section is { } section ? $"Enough others of its section, {InWords(section)}, score better; a larger share of that section would bring it nearer." : "Enough others score better."],
            AbsenceCause.Crowding => [$"It scores well enough, but the pool and the candidates have as many tracks by {facts.ArtistLine} as can stand {request.ArtistsApart} places apart. It comes when the pool has grown, or when fewer places are asked for between two tracks of one artist."],
            _ => new List<string> { "It is among the candidates." },
        };
        if (!absence.KnownToModel) because.Add("The model does not know it: nobody had played it when the model was trained. It can come by the seed or by the words of the need, and by the model after the next training.");
        var last = absence.Last is { } other ? snapshot.Catalogue.Find(other)?.Title ?? "" : "";
        return new AbsenceView(facts, absence.Cause, because, absence.Rank, Hundredths(absence.Score), absence.Needed is { } needed ? Hundredths(needed) : null, last, [.. absence.Parts.Select(Line)]);
    }

    private static string InWords(CandidateSection section) => section switch
    {
        CandidateSection.Bridge => "bridges to other genres",
        CandidateSection.NewVoice => "new voices",
        CandidateSection.LongTail => "long tail",
        _ => "core",
    };

    private static AbsenceLine Line(AbsencePart part) => new(part.Source, Hundredths(part.Mine), Hundredths(part.Last));

    private static decimal Hundredths(double amount) => Math.Round((decimal)amount, 2, MidpointRounding.AwayFromZero);

    private async Task<List<string>> Excluded(PlaylistId playlist, Draft draft, SuggestionFilters filters, TrackId track, CancellationToken cancel)
    {
        var because = (await refusals.Of(playlist, cancel)).Where(row => row.Track == track)
            .Select(row => $"{(row.ByName.Length > 0 ? row.ByName : "Somebody")} refused it {(row.Everywhere ? "everywhere" : row.Genre.Length > 0 ? $"for playlists of the genre {row.Genre}" : "for this playlist")}{(row.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}{(row.Reason.Length > 0 ? $": {row.Reason}" : "")}.").ToList();
        if (filters.NotInOtherPlaylists)
        {
            var holders = await store.Read(
                db => (from row in db.PoolTracks where row.Track == track && row.Playlist != playlist join other in db.Playlists on row.Playlist equals other.Id where !other.Archived select other.Title).Take(3).ToListAsync(cancel), cancel);
            if (holders.Count > 0) because.Add($"It is in the pool of {string.Join(", ", holders)}, and a filter leaves out what other playlists have.");
        }

        var twin = (await versions.Get(cancel)).Group(track).Tracks.FirstOrDefault(other => other != track && draft.Holds(other), track);
        if (twin != track) because.Add("The pool holds the same recording already, as another track.");
        if (await store.Read(db => db.TrackBlocks.AnyAsync(block => block.Track == track, cancel), cancel)) because.Add("It was taken down and may not be in any playlist.");
        if ((await held.For(playlist, (await current.Get(cancel)).Catalogue, cancel)).Contains(track)) because.Add("The content policy or a decision about it keeps it from being recommended.");
        if (because.Count == 0) because.Add("It was published on another playlist lately, and a filter leaves that out.");
        return because;
    }

    private static List<string> Filtered(SuggestionFilters filters, TrackFacts track, ModelSnapshot snapshot)
    {
        var because = new List<string>();
        if (!filters.AdmitsWords(track)) because.Add("It is marked explicit, and a filter leaves that out.");
        if (!filters.AdmitsTier(snapshot.Ground.TierOf(track.Id))) because.Add("How much it is played does not pass the filter.");
        if (!filters.AdmitsYear(track)) because.Add(track.ReleasedOn is { } released ? $"It is of {released:yyyy-MM-dd}, outside the time of the filter." : "Its day of release is not known, and a filter asks for it.");
        if (!filters.AdmitsGenre(track)) because.Add("It has none of the genres of the filter.");
        return because;
    }
}
