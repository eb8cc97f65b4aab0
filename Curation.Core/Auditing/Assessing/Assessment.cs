using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Curation.Core.Auditing.Figures;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Assessing;

/// <summary>The measured effect of one revision under its recipe, on one model and one policy. Immutable; measured again it is another assessment.</summary>
public sealed class Assessment
{
    private Assessment()
    {
    }

    /// <summary>An assessment of what these figures were measured on; <paramref name="ground"/> is null where nobody noted what else they rest on.</summary>
    public Assessment(PlaylistId playlist, ListOrigin origin, int listeners, int population, ImmutableArray<Figure> figures, PersonId by, DateTimeOffset at, AssessmentGround? ground = null)
    {
        ArgumentNullException.ThrowIfNull(origin);
        Playlist = playlist;
        Revision = origin.Revision;
        RevisionHash = origin.RevisionHash;
        PolicyVersion = origin.PolicyVersion;
        ModelHash = origin.ModelHash;
        Listeners = listeners;
        Population = population;
        Figures = figures;
        Ground = ground?.Text ?? "";
        By = by;
        At = at;
        Hash = ComputeHash();
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The revision that was measured.</summary>
    public RevisionId Revision { get; private set; }

    /// <summary>SHA-256 of that revision's draft.</summary>
    public string RevisionHash { get; private set; } = "";

    /// <summary>SHA-256 of the model; empty where there was none.</summary>
    public string ModelHash { get; private set; } = "";

    /// <summary>Version of the policy in force.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>Listeners whose lists were made.</summary>
    public int Listeners { get; private set; }

    /// <summary>Listeners there were; more than <see cref="Listeners"/> where a sample was measured.</summary>
    public int Population { get; private set; }

    /// <summary>Whether the lists of all listeners were made.</summary>
    public bool IsFull => Listeners == Population;

    /// <summary>What was measured, in the order in which a reader wants it.</summary>
    public ImmutableArray<Figure> Figures { get; private set; } = [];

    /// <summary>What else the figures rest on, see <see cref="AssessmentGround.Text"/>; empty where that was not noted.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>Who had it measured.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 over the canonical bytes of what was measured and on what, as 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What was measured on.</summary>
    public ListOrigin Origin => new(Revision, RevisionHash, PolicyVersion, ModelHash);

    /// <summary>Whether it speaks of exactly this origin: the same revision, recipe, policy and model.</summary>
    public bool IsOf(ListOrigin origin) =>
        origin is not null && Revision == origin.Revision && RevisionHash == origin.RevisionHash && PolicyVersion == origin.PolicyVersion && ModelHash == origin.ModelHash;

    /// <summary>The figure of a name, or null where it was not measured.</summary>
    public Figure? Find(MeasureKey key) => Figures.FirstOrDefault(figure => figure.Key == key);

    /// <summary>The same for somebody outside the house: what was computed from too few is not defined here, and neither is what would give it away. Its hash is that of the whole.</summary>
    public Assessment ForOutside()
    {
        var copy = (Assessment)MemberwiseClone();
        copy.Figures = [.. OutsideFigures.Of(Figures)];
        return copy;
    }

    /// <summary>The hash of what stands here now; another than <see cref="Hash"/> where somebody changed it.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Ground.Length == 0 ? Bytes() : [.. Bytes(), .. Encoding.ASCII.GetBytes(AssessmentGround.StampOf(Ground))]));

    // Without the ground, as it was before grounds were noted: what was stored then still verifies.
    private byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Playlist = Playlist.Value,
        Revision = Revision.Value,
        RevisionHash,
        ModelHash,
        PolicyVersion,
        Listeners,
        Population,
        Figures = Figures.Select(figure => new { Key = figure.Key.ToString(), figure.Value, figure.Low, figure.High, figure.Count, figure.Baseline }),
    });
}
