namespace Curation.Web.Shared;

/// <summary>A tab: its key, what it says, and how many things wait behind it.</summary>
public sealed record TabItem<TKey>(TKey Key, string Label, int? Count = null)
    where TKey : struct, Enum;
