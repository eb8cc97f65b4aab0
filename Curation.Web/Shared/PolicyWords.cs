using System.Globalization;

namespace Curation.Web.Shared;

/// <summary>What saving a policy sets going, as people read it.</summary>
public static class PolicyWords
{
    /// <summary>What it does to the desk of reviewers.</summary>
    public static string MeasuredAgain(int count) => count == 1 ? "1 waiting submission is measured again" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} waiting submissions are measured again");
}
