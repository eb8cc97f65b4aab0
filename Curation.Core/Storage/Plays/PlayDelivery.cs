namespace Curation.Core.Storage.Plays;

/// <summary>A batch of plays that a program delivered, so that the same batch sent again is answered again and taken once.</summary>
public sealed class PlayDelivery
{
    private PlayDelivery()
    {
    }

    /// <summary>A delivery under the key that the program gave it.</summary>
    public PlayDelivery(string client, string key, string sha256, string answer, DateTimeOffset at)
    {
        Client = client;
        Key = key;
        Sha256 = sha256;
        Answer = answer;
        At = at;
    }

    /// <summary>Name of the program's API key.</summary>
    public string Client { get; private set; } = "";

    /// <summary>The idempotency key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of what was sent, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The answer as JSON.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset At { get; private set; }
}
