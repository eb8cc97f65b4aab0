namespace Curation.Web.Shared;

/// <summary>The colour and the letters by which a person is known on every screen.</summary>
public static class PersonHue
{
    public static int Of(string name) => name.Aggregate(7, (sum, c) => (sum * 31 + c) % 360);

    public static string Initials(string name) => string.Concat(name.Split([' ', '.', '-', '@'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])));
}
