namespace Curation.Core.Auditing.Content;

/// <summary>How much a content finding weighs.</summary>
public enum ContentLevel
{
    /// <summary>Worth knowing; nothing waits for it.</summary>
    Note,

    /// <summary>A person looks at it; publishing goes on.</summary>
    Warn,

    /// <summary>Nothing is published before a person has decided.</summary>
    Block,
}
