using Curation.Core.Catalog;

namespace Curation.Core.Desk.Hearing;

/// <summary>Where sound may come from beside the workbench's own tones.</summary>
public sealed record HearingOptions
{
    /// <summary>Full path of the folder of sound files; null for none. Default none.</summary>
    public string? Media { get; init; }

    /// <summary>Hosts from which previews may be played, such as "previews.example.org" or "*.example.org". Default none.</summary>
    public IReadOnlyList<string> PreviewHosts { get; init; } = [];

    /// <summary>The same options, where every host is a plain name.</summary>
    /// <exception cref="InvalidOperationException">One of them is not.</exception>
    public HearingOptions Checked() => PreviewHosts.FirstOrDefault(host => !IsName(host)) is { } wrong
        ? throw new InvalidOperationException($"\"{wrong}\" in Curation:PreviewHosts is no host name. Write a name such as previews.example.org, without https:// and without a path.")
        : this;

    /// <summary>The address of a preview where its host may be played from; else null.</summary>
    public Uri? Allowed(string? preview) => PreviewAddress.Of(preview) is { } address && PreviewHosts.Any(host => Covers(host, address.IdnHost)) ? address : null;

    private static bool Covers(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string host)
    {
        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        return name.Length > 0 && name.Split('.').All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }
}
