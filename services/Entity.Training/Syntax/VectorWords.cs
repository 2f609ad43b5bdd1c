using System.Text.Json;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Syntax;

/// <summary>The words of the file of vectors, in its order.</summary>
internal static class VectorWords
{
    /// <summary>Hashes of the first words' lower case.</summary>
    public static List<ulong> Read(string file, int words)
    {
        var bytes = File.ReadAllBytes(file);
        var start = bytes.AsSpan().IndexOf("\"vectors\":{\"the\""u8);
        if (start < 0)
            throw new InvalidDataException("The file holds no vectors.");
        var hashes = new List<ulong>(words);
        var reader = new Utf8JsonReader(bytes.AsSpan(start + "\"vectors\":"u8.Length), isFinalBlock: false, default);
        reader.Read();
        while (hashes.Count < words && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            hashes.Add(WordHash.Lower(reader.GetString()!));
            reader.Read();
            while (reader.TokenType != JsonTokenType.EndArray && reader.Read())
            {
            }
        }
        return hashes;
    }
}
