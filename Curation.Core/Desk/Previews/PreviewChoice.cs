using System.Globalization;

namespace Curation.Core.Desk.Previews;

/// <summary>For whom a preview is made. Written in an address as "key:…", "cluster:3", "new" or "outsider".</summary>
public abstract record PreviewChoice
{
    private PreviewChoice()
    {
    }

    /// <summary>Reads what <see cref="object.ToString"/> wrote; null where it says nothing.</summary>
    public static PreviewChoice? Parse(string? text) => text switch
    {
        "new" => new Newcomer(),
        "outsider" => new Outsider(),
        not null when text.StartsWith("key:", StringComparison.Ordinal) && text.Length > 4 => new Listener(text[4..]),
        not null when text.StartsWith("cluster:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new Cluster(number),
        _ => null,
    };

    /// <summary>A listener by pseudonymous key.</summary>
    public sealed record Listener(string Key) : PreviewChoice
    {
        /// <inheritdoc/>
        public override string ToString() => "key:" + Key;
    }

    /// <summary>The listener at the centre of a taste cluster, by the cluster's number from 1.</summary>
    public sealed record Cluster(int Number) : PreviewChoice
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"cluster:{Number}");
    }

    /// <summary>Somebody without plays, who gets the shared list.</summary>
    public sealed record Newcomer : PreviewChoice
    {
        /// <inheritdoc/>
        public override string ToString() => "new";
    }

    /// <summary>The real listener who plays much, but least of what the pool is about.</summary>
    public sealed record Outsider : PreviewChoice
    {
        /// <inheritdoc/>
        public override string ToString() => "outsider";
    }
}
