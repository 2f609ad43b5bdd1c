using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>Adds rows to tables of a SQLite file, by one prepared statement for each table. Values are converted as the model says. Not thread-safe.</summary>
internal sealed class SqliteInserts(SqliteConnection connection, IModel model) : IDisposable
{
    private const int BytesAtFirst = 16 * 1024;

    private readonly Dictionary<System.Type, (InsertStatement Table, sqlite3_stmt Statement)> _prepared = [];
    private byte[] _utf8 = new byte[BytesAtFirst];

    /// <summary>Adds a row.</summary>
    /// <exception cref="SqliteException">It could not be stored; its code says why, as for any other command.</exception>
    internal void Insert(object row)
    {
        var (table, statement) = Prepared(row.GetType());
        for (var i = 0; i < table.Columns.Count; i++)
        {
            Check(Bind(statement, i + 1, table.Columns[i].ValueOf(row)));
        }

        var code = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
    }

    public void Dispose()
    {
        foreach (var (_, statement) in _prepared.Values)
        {
            statement.Dispose();
        }
    }

    private (InsertStatement Table, sqlite3_stmt Statement) Prepared(System.Type type)
    {
        if (!_prepared.TryGetValue(type, out var prepared))
        {
            var table = InsertStatement.Of(model.FindEntityType(type) ?? throw new ArgumentException($"{type} is no row of this database."));
            Check(raw.sqlite3_prepare_v2(connection.Handle, table.Sql, out var statement));
            _prepared[type] = prepared = (table, statement);
        }

        return prepared;
    }

    // The bytes of an empty span have no address, which SQLite takes for null.
    private int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        "" => raw.sqlite3_bind_text(statement, index, ""),
        string text => raw.sqlite3_bind_text(statement, index, Utf8(text)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, index, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, index, number),
        _ => throw new NotSupportedException($"A value of {value.GetType()} has no type of SQLite here."),
    };

    private ReadOnlySpan<byte> Utf8(string text)
    {
        if (_utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}

/// <summary>The statement that adds a row to a table.</summary>
internal sealed class InsertStatement
{
    private static readonly ConditionalWeakTable<IEntityType, InsertStatement> Known = [];

    private InsertStatement(IEntityType type)
    {
        // What the database numbers itself is left out.
        Columns = [.. type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).Select(p => new InsertedColumn(p))];
        Sql = $"INSERT INTO {Quoted(type.GetTableName()!)} ({string.Join(", ", Columns.Select(c => Quoted(c.Name)))}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";
    }

    /// <summary>Its text, a parameter for each column.</summary>
    internal string Sql { get; }

    /// <summary>The columns, in order.</summary>
    internal IReadOnlyList<InsertedColumn> Columns { get; }

    internal static InsertStatement Of(IEntityType type) => Known.GetValue(type, t => new InsertStatement(t));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A column of a row that is added.</summary>
internal sealed class InsertedColumn(IProperty property)
{
    private readonly IClrPropertyGetter _getter = property.GetGetter();
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    internal string Name { get; } = property.GetColumnName();

    /// <summary>The value as the database has it.</summary>
    internal object? ValueOf(object row) => _getter.GetClrValue(row) is { } value ? _convert is null ? value : _convert(value) : null;
}
