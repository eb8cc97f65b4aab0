using System.Text.Json.Nodes;
using Curation.Core.Listening;
using Curation.Core.Playlists;

namespace Curation.Core.Storage.Imports;

/// <summary>One import: which file, in which format, and what became of its rows.</summary>
public sealed class ImportBatch
{
    /// <summary>What the notes of an import contain once it was taken back; file names cannot contain it, since JSON escapes their quotes.</summary>
    public const string TakenBackMark = "\"TakenBack\":";

    private ImportBatch()
    {
    }

    /// <summary>An import about to start.</summary>
    public ImportBatch(string fileName, string sha256, string format, PersonId by, DateTimeOffset at)
    {
        FileName = fileName;
        Sha256 = sha256;
        Format = format;
        By = by;
        StartedAt = at;
    }

    /// <summary>Identity in this store.</summary>
    public BatchId Id { get; private set; }

    /// <summary>Name of the file or folder as given.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the bytes read, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The reader that was used.</summary>
    public string Format { get; private set; } = "";

    /// <summary>Who imported it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was complete; null while it is not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Rows read; always kept + already there + quarantined.</summary>
    public long Read { get; private set; }

    /// <summary>Rows that added or changed something.</summary>
    public long Kept { get; private set; }

    /// <summary>Rows that said nothing new.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>Rows set aside with a reason.</summary>
    public long Quarantined { get; private set; }

    /// <summary>File of the quarantine within the data directory; null where nothing was set aside.</summary>
    public string? Quarantine { get; private set; }

    /// <summary>What else a person should know, as JSON.</summary>
    public string? Notes { get; private set; }

    /// <summary>Notes what became of the rows so far.</summary>
    public void Count(long read, long kept, long alreadyThere, long quarantined, string? quarantine, string? notes)
    {
        Read = read;
        Kept = kept;
        AlreadyThere = alreadyThere;
        Quarantined = quarantined;
        Quarantine = quarantine;
        Notes = notes ?? Notes;
    }

    /// <summary>Notes that its listening is gone.</summary>
    public void TakeBack(DateTimeOffset at)
    {
        var notes = Notes is null ? [] : JsonNode.Parse(Notes)!.AsObject();
        notes["TakenBack"] = at;
        Notes = notes.ToJsonString();
    }

    /// <summary>Marks the import complete.</summary>
    public void Complete(DateTimeOffset at) => EndedAt = at;
}
