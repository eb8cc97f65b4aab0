using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Playlists.Rules;

/// <summary>How the parts of a group count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Match>))]
public enum Match
{
    /// <summary>A track fits where every part fits.</summary>
    All,

    /// <summary>A track fits where at least one part fits.</summary>
    Any,

    /// <summary>A track fits where no part fits.</summary>
    None,
}

/// <summary>What a track has to be, as a value that can be saved and said in words.</summary>
[JsonDerivedType(typeof(Group), "group")]
[JsonDerivedType(typeof(IsOneOf), "is")]
[JsonDerivedType(typeof(IsBetween), "between")]
[JsonDerivedType(typeof(KeyFits), "keyFits")]
[JsonDerivedType(typeof(ReleasedWithin), "releasedWithin")]
[JsonDerivedType(typeof(NotUsedFor), "notUsedFor")]
[JsonDerivedType(typeof(HasText), "text")]
public abstract record Rule
{
    private Rule()
    {
    }

    /// <summary>A rule that every track fits.</summary>
    public static Group Everything { get; } = new(Match.All, []);

    /// <summary>Parts that count together; an empty group lets every track through.</summary>
    /// <param name="Match">How they count.</param>
    /// <param name="Rules">The parts in the editor's order.</param>
    public sealed record Group(Match Match, ImmutableArray<Rule> Rules) : Rule
    {
        /// <summary>The parts in the editor's order.</summary>
        public ImmutableArray<Rule> Rules { get; init; } = Rules.IsDefault ? [] : Rules;

        /// <inheritdoc/>
        public bool Equals(Group? other) => other is not null && Match == other.Match && Rules.SequenceEqual(other.Rules);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Match, Rules.Length);
    }

    /// <summary>The track has one of some values of a category, or with <paramref name="Not"/> none of them.</summary>
    /// <param name="Category">Which category.</param>
    /// <param name="Values">The values; the empty text stands for unknown. Without any the condition lets every track through.</param>
    /// <param name="Not">Turns it round.</param>
    public sealed record IsOneOf(Category Category, ImmutableArray<string> Values, bool Not = false) : Rule
    {
        /// <summary>The values; the empty text stands for unknown.</summary>
        public ImmutableArray<string> Values { get; init; } = Values.IsDefault ? [] : Values;

        /// <inheritdoc/>
        public bool Equals(IsOneOf? other) => other is not null && Category == other.Category && Not == other.Not && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Category, Not, Values.Length);
    }

    /// <summary>A measure lies between two values, both included; an end left out is open. Without ends it is known, or with <paramref name="OrUnknown"/> unknown.</summary>
    /// <param name="Measure">Which measure.</param>
    /// <param name="From">The least, or null.</param>
    /// <param name="To">The most, or null.</param>
    /// <param name="OrUnknown">Whether a track of which it is not known fits too.</param>
    public sealed record IsBetween(Measure Measure, double? From, double? To, bool OrUnknown = false) : Rule;

    /// <summary>The track's key can follow or be followed by this one: the same, an hour beside it, or the other mode of its hour.</summary>
    public sealed record KeyFits(string Key) : Rule;

    /// <summary>First released in the last so many months.</summary>
    public sealed record ReleasedWithin(int Months) : Rule;

    /// <summary>In no edition of another playlist that is live or went live in the last so many weeks.</summary>
    public sealed record NotUsedFor(int Weeks) : Rule;

    /// <summary>Title or credit hold this text, blind to case; with <paramref name="Not"/> they do not.</summary>
    public sealed record HasText(string Text, bool Not = false) : Rule;
}
