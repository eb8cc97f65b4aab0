using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Core.Desk.Editions;

/// <summary>A file on its way out.</summary>
public sealed record ExportedFile(string Name, string ContentType, byte[] Bytes);

/// <summary>Writes a published list in a format.</summary>
public sealed class ExportEdition(ReadListenerList lists)
{
    /// <summary>The shared list of an edition, or a listener's, as a file; null where there is no such list.</summary>
    public async Task<ExportedFile?> Run(PlaylistId playlist, int number, IListFormat format, string? listener = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        var list = await lists.Of(playlist, number, listener, cancel);
        if (list is null) return null;
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.Slug}-{list.EditionNumber}{(listener is null ? "" : "-" + list.ListHash[..8])}.{format.Name}");
        return new ExportedFile(name, format.ContentType, format.ToBytes(list));
    }
}
