namespace Curation.Core.Playlists;

/// <summary>A command was understood and refused; the message says what happened, what was kept and what to do.</summary>
public sealed class RefusedException : InvalidOperationException
{
    /// <summary>A refusal without words; prefer the other constructor.</summary>
    public RefusedException()
    {
    }

    /// <summary>A refusal with the sentence that a person reads.</summary>
    public RefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with its cause.</summary>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
