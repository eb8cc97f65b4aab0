using Curation.Core.Auditing.Figures;

namespace Curation.Web.Admin.Research;

/// <summary>What the form for a new bundle holds.</summary>
public sealed class BundleWish
{
    /// <summary>The edition.</summary>
    public int Edition { get; set; }

    /// <summary>Who gets it.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>For what.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>The last day of use.</summary>
    public DateOnly Until { get; set; }

    /// <summary>The smallest cell that is shown.</summary>
    public int Minimum { get; set; } = MinimumCell.Default;
}
