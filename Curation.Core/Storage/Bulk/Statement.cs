using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Curation.Core.Storage.Bulk;

/// <summary>One prepared command on the connection and in the transaction of a context, run again and again with other values.</summary>
/// <remarks>SQL that is read by SQLite and PostgreSQL alike; parameters are @0, @1 and so on.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand command;

    public Statement(CurationDb db, string sql, int parameters)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Bulk writing happens inside a transaction.");
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = FormattableString.Invariant($"@{i}");
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Sets a value; null is no value.</summary>
    public object? this[int parameter]
    {
        set => command.Parameters[parameter].Value = value ?? DBNull.Value;
    }

    /// <summary>Runs it; true where a row was added or changed.</summary>
    public bool Change() => command.ExecuteNonQuery() > 0;

    /// <summary>Runs it; the number it returns, or null where it returns none.</summary>
    public int? Number() => command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Runs it with these values.</summary>
    public Statement With(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) this[i] = values[i];
        return this;
    }

    public void Dispose() => command.Dispose();
}
