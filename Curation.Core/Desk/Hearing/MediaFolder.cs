using Curation.Core.Catalog;

namespace Curation.Core.Desk.Hearing;

/// <summary>A folder of sound files. It hands out nothing that lies outside of it, whatever a path or a link says.</summary>
public sealed class MediaFolder
{
    private readonly string root;

    /// <summary>The folder at a path, which exists.</summary>
    public MediaFolder(string path) => root = Path.TrimEndingDirectorySeparator(Real(Path.GetFullPath(path)) ?? Path.GetFullPath(path));

    /// <summary>All sound files as relative paths; links to folders are not followed, and files whose link leads outside are counted as refused.</summary>
    public (List<string> Files, int Refused) List(CancellationToken cancel)
    {
        var (files, refused) = (new List<string>(), 0);
        var waiting = new Stack<string>([root]);
        while (waiting.TryPop(out var folder))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System }))
            {
                if (entry is DirectoryInfo)
                {
                    if (entry.LinkTarget is null) waiting.Push(entry.FullName);
                    else refused++;
                }
                else if (MediaPath.Normal(Path.GetRelativePath(root, entry.FullName)) is { } path)
                {
                    if (entry.LinkTarget is null || Locate(path) is not null) files.Add(path);
                    else refused++;
                }
            }
        }

        files.Sort(StringComparer.Ordinal);
        return (files, refused);
    }

    /// <summary>The full path of a file by its relative one; null where it is not there, is no sound, or lies outside.</summary>
    public string? Locate(string path)
    {
        if (MediaPath.Normal(path) is not { } normal || Real(Path.Combine(root, normal)) is not { } real) return null;
        return real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && MediaPath.ContentTypeOf(real) is not null && File.Exists(real) ? real : null;
    }

    /// <summary>The path with every link in it followed; null where links go in circles.</summary>
    private static string? Real(string path)
    {
        const int MostLinks = 32;
        for (var links = 0; links < MostLinks; links++)
        {
            var (link, below) = FirstLink(path);
            if (link is null) return path;
            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.FullName)!, link.LinkTarget!, below));
        }

        return null;
    }

    private static (FileSystemInfo? Link, string Below) FirstLink(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var at = parts[0] + Path.DirectorySeparatorChar;
        for (var i = 1; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (new FileInfo(at) is { LinkTarget: not null } link) return (link, Path.Combine([.. parts.Skip(i + 1).DefaultIfEmpty("")]));
        }

        return (null, "");
    }
}
