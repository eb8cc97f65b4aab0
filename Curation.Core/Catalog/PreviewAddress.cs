namespace Curation.Core.Catalog;

/// <summary>Addresses at which a part of a track can be heard.</summary>
public static class PreviewAddress
{
    private const int Longest = 2_000;

    /// <summary>The address where it is one of https without a name or a password in it; else null.</summary>
    public static Uri? Of(string? text) =>
        text is { Length: > 0 and <= Longest } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.IsDefaultPort
            ? address
            : null;
}
