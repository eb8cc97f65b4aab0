namespace Curation.Core.Auditing.Policies;

/// <summary>Two dimensions whose groups are told apart together in every assessment.</summary>
/// <param name="One">Name of the dimension down the side.</param>
/// <param name="Other">Name of the dimension across.</param>
public sealed record Crossing(string One, string Other);
