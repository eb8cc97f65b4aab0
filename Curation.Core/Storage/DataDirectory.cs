using System.Globalization;

namespace Curation.Core.Storage;

/// <summary>The directory that holds everything that lasts: the store, models, uploads, quarantines, exports.</summary>
public sealed class DataDirectory
{
    private const string LockName = "curation.lock";

    /// <summary>The directory at a path; it is made when it is first written to.</summary>
    public DataDirectory(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Full path of the store file.</summary>
    public string Store => System.IO.Path.Combine(Path, Sqlite.SqliteStore.FileName);

    /// <summary>Folder of trained models.</summary>
    public string Models => Folder("models");

    /// <summary>Folder of uploaded files, under names of our own.</summary>
    public string Uploads => Folder("uploads");

    /// <summary>Folder of rows that imports set aside.</summary>
    public string Quarantine => Folder("quarantine");

    /// <summary>Folder of research bundles that were handed over, named by their hashes.</summary>
    public string Research => Folder("research");

    /// <summary>Takes the directory for one writing process until the result is disposed of.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has it.</exception>
    public IDisposable Take()
    {
        Directory.CreateDirectory(Path);
        var file = System.IO.Path.Combine(Path, LockName);
        try
        {
            var handle = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            handle.SetLength(0);
            handle.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            handle.Flush();
            return handle;
        }
        catch (IOException cause) when (File.Exists(file))
        {
            throw new DataDirectoryInUseException(
                $"Another Curation process is already using the data directory {Path}. Nothing was changed. " +
                "Stop that process first, or give this one a directory of its own with CURATION__DATA=/another/path.",
                cause);
        }
    }

    private string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}

/// <summary>Two processes wanted to write in one data directory; the second was refused.</summary>
public sealed class DataDirectoryInUseException : IOException
{
    /// <summary>Without words; prefer the other constructors.</summary>
    public DataDirectoryInUseException()
    {
    }

    /// <summary>With the sentence a person reads.</summary>
    public DataDirectoryInUseException(string message)
        : base(message)
    {
    }

    /// <summary>With its cause.</summary>
    public DataDirectoryInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
