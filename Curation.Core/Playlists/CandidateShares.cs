using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Playlists;

/// <summary>How much of the candidates each section gets, in percent that add up to 100; where a section has too few, the others fill it.</summary>
public sealed record CandidateShares
{
    /// <summary>Tracks at home in the genres of the pool. Default 60.</summary>
    [Range(0, 100)]
    public int Core { get; init; } = 60;

    /// <summary>Bridges to genres that the pool does not have. Default 15.</summary>
    [Range(0, 100)]
    public int Bridges { get; init; } = 15;

    /// <summary>Artists whose first release is less than two years old. Default 15.</summary>
    [Range(0, 100)]
    public int NewVoices { get; init; } = 15;

    /// <summary>The least-played tracks, which hold 5 % of plays. Default 10.</summary>
    [Range(0, 100)]
    public int LongTail { get; init; } = 10;

    /// <summary>Throws where a share is out of its range or they do not add up to 100.</summary>
    public CandidateShares Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        var sum = Core + Bridges + NewVoices + LongTail;
        return sum == 100 ? this : throw new RefusedException($"The shares of the sections add up to {sum} %, not to 100 %; the old ones were kept.");
    }
}

/// <summary>The shares that editors set for one playlist.</summary>
public sealed class PlaylistShares
{
    private PlaylistShares()
    {
    }

    /// <summary>Shares of a playlist that had none of its own.</summary>
    public PlaylistShares(PlaylistId playlist) => Playlist = playlist;

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The shares.</summary>
    public CandidateShares Shares { get; private set; } = new();

    /// <summary>Sets them.</summary>
    public void Set(CandidateShares shares) => Shares = shares.Checked();
}
