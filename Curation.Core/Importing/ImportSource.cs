namespace Curation.Core.Importing;

/// <summary>One file of a source, unpacked while it is read.</summary>
/// <param name="Name">File name, or path within the folder or archive, with forward slashes.</param>
/// <param name="Bytes">Size as stored, still packed.</param>
/// <param name="Open">Opens it at its start; the pass counts what is read, null counts nothing.</param>
public sealed record SourcePart(string Name, long Bytes, Func<Reading?, Stream> Open)
{
    /// <summary>The name without its folders.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];
}

/// <summary>A file, an archive or a folder that is to be imported.</summary>
public sealed class ImportSource
{
    private ImportSource(string name, IReadOnlyList<SourcePart> parts)
    {
        Name = name;
        Parts = parts;
    }

    /// <summary>Name of the file or folder.</summary>
    public string Name { get; }

    /// <summary>Its files: one for a plain or gzip file, several for a zip archive or a folder; in the order of their names.</summary>
    public IReadOnlyList<SourcePart> Parts { get; }

    /// <summary>Bytes as stored, still packed.</summary>
    public long Bytes => Parts.Sum(part => part.Bytes);

    /// <summary>The source at a path; it is opened anew for every pass. <paramref name="name"/> is the name to show where it differs from the path's.</summary>
    /// <exception cref="ImportStoppedException">There is nothing at the path, or nothing in it.</exception>
    public static ImportSource At(string path, ImportLimits limits, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(limits);
        name ??= Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path)) return Folder(path, name, limits);
        if (!File.Exists(path)) throw new ImportStoppedException($"{path}: there is no such file or folder.");
        if (new FileInfo(path).Length == 0) throw new ImportStoppedException($"{name}: the file is empty.");
        return Unpacking.KindOf(path) == Packing.Zip
            ? new ImportSource(name, Unpacking.PartsOfZip(path, name, limits))
            : new ImportSource(name, [Unpacking.PartOfFile(path, name, limits)]);
    }

    private static ImportSource Folder(string path, string name, ImportLimits limits)
    {
        var files = Directory.EnumerateFiles(path).Take(limits.Parts + 1).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new ImportStoppedException($"{name}: the folder holds no files.");
        if (files.Count > limits.Parts) throw new ImportStoppedException($"{name}: the folder holds more than {limits.Parts} files.");
        return new ImportSource(name, files.Select(file => Unpacking.PartOfFile(file, Path.GetFileName(file), limits)).ToList());
    }
}
