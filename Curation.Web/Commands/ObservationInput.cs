using Curation.Core.Catalog;
using Curation.Core.Evaluating;
using Curation.Core.Importing;
using Curation.Core.Listening;

namespace Curation.Web.Commands;

/// <summary>Listening from a file or folder, without importing it: any source that <c>import</c> reads plays, counts or lists from, else interactions as lines of text or as records.</summary>
internal sealed class ObservationInput(TextWriter errors, TimeProvider clock)
{
    private const int MostTold = 20;

    private int wrong;

    /// <summary>Everything in the file; null, once it is told, where nothing in it can be used.</summary>
    public Observations? Read(string path)
    {
        try
        {
            var read = Planned(path) is var (source, plan) ? Imported(source, plan) : Interactions(new FileInfo(path));
            if (wrong > MostTold) errors.WriteLine($"... and {wrong - MostTold} more lines.");
            if (read.Events.Count > 0) return read;
            errors.WriteLine($"{path}: there is nothing in it that can be used. Give lines of user and item, or a file that \"import\" reads.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{path}: {failed.Message}");
        }

        return null;
    }

    private static (ImportSource Source, ImportPlan Plan)? Planned(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) throw new FileNotFoundException("there is no such file or folder.");
        try
        {
            var source = ImportSource.At(path, ImportLimits.Default);
            return (source, FormatDetector.Detect(source, ImportLimits.Default));
        }
        catch (ImportStoppedException) when (File.Exists(path))
        {
            // Not a source of music then: lines of ids are read below, and what is wrong with them is told there.
            return null;
        }
    }

    private Observations Imported(ImportSource source, ImportPlan plan)
    {
        if (plan.Format is ImportFormat.Tracks or ImportFormat.Artists or ImportFormat.Listeners or ImportFormat.MusicBrainz)
            throw new ImportStoppedException($"the file holds {ImportFormats.NameOf(plan.Format)} and no listening, since {plan.Because}. Give plays, counts or lists.");
        errors.WriteLine($"{source.Name}: read as {ImportFormats.NameOf(plan.Format)}, since {plan.Because}");
        var reading = new Reading(ImportLimits.Default, clock.GetUtcNow(), row => Tell(new BadLine(row.File, row.Line, row.Reason)));
        var (listeners, lists, tracks) = (new Vocabulary(), new Vocabulary(), new Vocabulary());
        var log = new ListeningLog();
        foreach (var row in ImportReader.Read(source, plan, reading))
        {
            if (row is PlayRow { Skipped: false } play) log.Add(new ListenerId(listeners.NumberOf(play.Listener)), Track(play.Track), 1, play.At);
            else if (row is TallyRow tally) log.Add(new ListenerId(listeners.NumberOf(tally.Listener)), Track(tally.Track), tally.Count, ListeningLog.NoTime);
            else if (row is ListRow list) AddList(log, lists, list, Track(list.Track));
        }

        return Observations.Of(log, log.Tracks());

        TrackId Track(TrackWords words) => new(tracks.NumberOf(words.Key));
    }

    private static void AddList(ListeningLog log, Vocabulary lists, ListRow row, TrackId track)
    {
        var at = row.Day is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds() : ListeningLog.NoTime;
        log.Add(new EvidenceListId(lists.NumberOf(FormattableString.Invariant($"{ArtistKey.Of(row.List)}\u001f{row.Day:yyyy-MM-dd}"))), track, at, new RowFacts(row.Day, row.List));
    }

    private Observations Interactions(FileInfo file)
    {
        var events = new List<TimedEvent>();
        if (file.Extension.Equals(".bin", StringComparison.OrdinalIgnoreCase))
        {
            using var records = file.OpenRead();
            var (most, mostItems) = InteractionRecords.Read(records, file.Name, (user, item, count) => events.Add(new(user, item, ListeningLog.NoTime, count)), Tell);
            return new(events, most, 0, mostItems);
        }

        var (users, items) = (new Vocabulary(), new Vocabulary());
        InteractionLayout layout;
        using (var look = file.OpenRead()) layout = InteractionFile.LayoutOf(look);
        using var lines = file.OpenRead();
        new InteractionFile(users, items).Read(lines, file.Name, layout, events.Add, Tell);
        return new(events, users.Count, 0, items.Count);
    }

    private void Tell(BadLine bad)
    {
        if (++wrong <= MostTold) errors.WriteLine(bad);
    }
}
