namespace Curation.Core.Importing;

/// <summary>A file cannot be read any further; the message names the file, the place and the reason.</summary>
public sealed class ImportStoppedException : IOException
{
    /// <summary>A stop without words; prefer the other constructors.</summary>
    public ImportStoppedException()
    {
    }

    /// <summary>A stop with the sentence that a person reads.</summary>
    public ImportStoppedException(string message)
        : base(message)
    {
    }

    /// <summary>A stop with its cause.</summary>
    public ImportStoppedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
