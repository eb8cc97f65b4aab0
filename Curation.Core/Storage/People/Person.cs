using Microsoft.AspNetCore.Identity;

namespace Curation.Core.Storage.People;

/// <summary>A person who signs in here.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>The name that colleagues see.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
