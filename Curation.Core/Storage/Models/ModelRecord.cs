namespace Curation.Core.Storage.Models;

/// <summary>A trained model on file: its hash, its card, and whether it is the one in use.</summary>
public sealed class ModelRecord
{
    private ModelRecord()
    {
    }

    /// <summary>A model whose file is <paramref name="file"/> in the models folder.</summary>
    public ModelRecord(string hash, string file, string card, DateTimeOffset trainedAt)
    {
        Hash = hash;
        File = file;
        Card = card;
        TrainedAt = trainedAt;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>SHA-256 of the model's content, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>File name within the models folder.</summary>
    public string File { get; private set; } = "";

    /// <summary>The card of figures as JSON.</summary>
    public string Card { get; private set; } = "";

    /// <summary>When training ended.</summary>
    public DateTimeOffset TrainedAt { get; private set; }

    /// <summary>Whether it is the one in use; at most one is.</summary>
    public bool Active { get; private set; }

    /// <summary>Why it was not taken into use after training; null where it was.</summary>
    public string? RefusedBecause { get; private set; }

    /// <summary>The reason that an admin gave for taking it into use all the same.</summary>
    public string? OverriddenBecause { get; private set; }

    /// <summary>Replaces the card, the same model having been learnt and measured again.</summary>
    public void MeasureAgain(string card) => Card = card;

    /// <summary>Takes it into use, or out of it.</summary>
    public void Activate(bool active) => Active = active;

    /// <summary>Keeps it out of use.</summary>
    public void Refuse(string because) => RefusedBecause = because;

    /// <summary>Nothing speaks against it any more.</summary>
    public void Accept() => RefusedBecause = null;

    /// <summary>Lets it be taken into use although it was refused.</summary>
    public void Override(string because) => OverriddenBecause = because;
}
