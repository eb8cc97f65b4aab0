using Curation.Core.Storage.Bulk;

namespace Curation.Core.Desk.Imports;

/// <summary>The bookmark of an import: how far it is, and what became of the rows so far.</summary>
/// <param name="Batch">The import's row.</param>
/// <param name="Sha256">Hash of the source, which must still be the same when it goes on.</param>
/// <param name="Consumed">Good rows taken from the reader.</param>
/// <param name="Read">Rows read, good and bad.</param>
/// <param name="Kept">Rows that added or changed something.</param>
/// <param name="AlreadyThere">Rows that said nothing new.</param>
/// <param name="Quarantined">Rows set aside.</param>
/// <param name="QuarantineBytes">Length of the quarantine's file at this point.</param>
/// <param name="Joins">Rows about artists, by how they met the catalogue.</param>
/// <param name="Done">Whether nothing is left to read.</param>
public sealed record ImportMark(
    int Batch, string Sha256, long Consumed, long Read, long Kept, long AlreadyThere, long Quarantined, long QuarantineBytes, Dictionary<ArtistJoin, long> Joins, bool Done = false)
{
    /// <summary>Rows that were read well and then met no artist.</summary>
    public long NotJoined => Joins.GetValueOrDefault(ArtistJoin.Ambiguous) + Joins.GetValueOrDefault(ArtistJoin.NotThere);
}

/// <summary>What an import did, for the command line and the screen.</summary>
/// <param name="Batch">The import's row, by which it can be taken back.</param>
/// <param name="Name">File or folder.</param>
/// <param name="Format">Name of the format.</param>
/// <param name="Read">Rows read; kept + already there + quarantined.</param>
/// <param name="Kept">Rows that added or changed something.</param>
/// <param name="AlreadyThere">Rows that said nothing new.</param>
/// <param name="Quarantined">Rows set aside.</param>
/// <param name="Quarantine">Where they are, or null where there are none.</param>
/// <param name="Joins">Rows about artists, by how they met the catalogue.</param>
/// <param name="Notes">What else a person should know.</param>
public sealed record ImportSummary(
    int Batch, string Name, string Format, long Read, long Kept, long AlreadyThere, long Quarantined, string? Quarantine, Dictionary<ArtistJoin, long> Joins, IReadOnlyList<string> Notes);
