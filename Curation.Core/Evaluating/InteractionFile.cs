using System.Globalization;
using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>How the lines of a file are laid out.</summary>
public enum InteractionLayout
{
    /// <summary>A user, an item and perhaps a weight and a time.</summary>
    Pairs,

    /// <summary>A user and any number of items.</summary>
    Lists,
}

/// <summary>Reads interactions from text: pairs or adjacency lists, separated by blanks, tabs, commas, semicolons or bars, with # comments; ids are numbers or words.</summary>
public sealed class InteractionFile
{
    private const string Separators = " \t,;|";

    private readonly Vocabulary users;
    private readonly Vocabulary items;

    /// <summary>A reader that shares its ids with others, so that a training and a test file speak of the same users and items.</summary>
    public InteractionFile(Vocabulary users, Vocabulary items)
    {
        this.users = users;
        this.items = items;
    }

    /// <summary>Lines with nothing wrong, comments and empty lines aside.</summary>
    public long Good { get; private set; }

    /// <summary>Lines that could not be used.</summary>
    public long Bad { get; private set; }

    /// <summary>Pairs where every line has two, every line three, or every line four fields of which the last is a time; lists otherwise.</summary>
    public static InteractionLayout LayoutOf(Stream stream)
    {
        var lines = new LineReader(stream);
        var (first, headed) = (0, false);
        while (lines.Next())
        {
            var fields = FieldsOf(Content(lines.Line));
            if (fields.Count == 0) continue;
            if (first == 0) (first, headed) = (fields.Count, InteractionColumns.OfHeader(fields) is not null);
            if (headed) return InteractionLayout.Pairs;
            if (fields.Count != first || fields.Count is < 2 or > 4) return InteractionLayout.Lists;
            if (fields.Count == 4 && !InteractionColumns.LooksLikeTime(fields[3])) return InteractionLayout.Lists;
        }

        return InteractionLayout.Pairs;
    }

    /// <summary>Adds all good lines to <paramref name="into"/> and tells of each bad one. A first line that names columns is taken for a header.</summary>
    public void Read(Stream stream, string name, InteractionLayout layout, ListeningMatrixBuilder into, Action<BadLine> bad) =>
        Read(stream, name, layout, seen => into.Add(seen.Row, seen.Column, seen.Weight), bad);

    /// <summary>Hands over all good lines, in their order and with their times, and tells of each bad one.</summary>
    public void Read(Stream stream, string name, InteractionLayout layout, Action<TimedEvent> take, Action<BadLine> bad)
    {
        var lines = new LineReader(stream);
        var columns = InteractionColumns.Usual;
        var begun = false;
        while (lines.Next())
        {
            var content = Content(lines.Line);
            if (lines.Problem is null && content.IsEmpty) continue;
            var named = begun || layout == InteractionLayout.Lists ? null : InteractionColumns.OfHeader(FieldsOf(content));
            begun = true;
            if (named is not null)
            {
                columns = named.Value;
                continue;
            }

            var problem = lines.Problem ?? (layout == InteractionLayout.Pairs ? AddPair(content, columns, take) : AddList(content, take));
            if (problem is null)
            {
                Good++;
            }
            else
            {
                Bad++;
                bad(new(name, lines.Number, problem));
            }
        }
    }

    private string? AddPair(ReadOnlySpan<char> content, InteractionColumns columns, Action<TimedEvent> take)
    {
        var rest = content;
        ReadOnlySpan<char> user = [], item = [], said = [], when = [];
        for (var column = 0; !rest.IsEmpty; column++)
        {
            var field = NextField(ref rest);
            if (column == columns.User) user = field;
            else if (column == columns.Item) item = field;
            else if (column == columns.Weight) said = field;
            else if (column == columns.Time) when = field;
            else if (columns == InteractionColumns.Usual && !field.IsEmpty) return "there are more fields than user, item, weight and time; a header line can name them";
        }

        if (user.IsEmpty) return "there is no user";
        if (item.IsEmpty) return "there is a user but no item";
        var weight = 1f;
        if (!said.IsEmpty && !float.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out weight)) return $"the weight \"{Shortened(said)}\" is not a number";
        if (!float.IsFinite(weight) || weight <= 0) return $"the weight {Shortened(said)} must be above 0 and finite";
        var at = ListeningLog.NoTime;
        if (!when.IsEmpty && !InteractionColumns.TryTime(when, out at)) return $"the time \"{Shortened(when)}\" is neither Unix seconds nor a moment such as 2026-05-01T12:00:00Z";
        take(new(users.NumberOf(user), items.NumberOf(item), at, weight));
        return null;
    }

    private string? AddList(ReadOnlySpan<char> content, Action<TimedEvent> take)
    {
        var rest = content;
        var user = users.NumberOf(NextField(ref rest));
        for (var item = NextField(ref rest); !item.IsEmpty; item = NextField(ref rest)) take(new(user, items.NumberOf(item), ListeningLog.NoTime));
        return null;
    }

    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        return (comment < 0 ? line : line[..comment]).Trim(Separators);
    }

    /// <summary>The first fields, at most one more than a line of pairs has.</summary>
    private static List<string> FieldsOf(ReadOnlySpan<char> content)
    {
        var fields = new List<string>(5);
        for (var field = NextField(ref content); !field.IsEmpty && fields.Count < 5; field = NextField(ref content)) fields.Add(field.ToString());
        return fields;
    }

    /// <summary>Takes the next field off the front; "::" separates too, a single colon is part of an id.</summary>
    private static ReadOnlySpan<char> NextField(scoped ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(Separators);
        var stop = rest.IndexOfAny(Separators);
        var field = stop < 0 ? rest : rest[..stop];
        var colons = field.IndexOf("::");
        if (colons >= 0)
        {
            rest = rest[(colons + 2)..];
            return field[..colons];
        }

        rest = stop < 0 ? [] : rest[stop..];
        return field;
    }

    private static string Shortened(ReadOnlySpan<char> field) => field.Length <= 40 ? field.ToString() : string.Concat(field[..40], "...");
}
