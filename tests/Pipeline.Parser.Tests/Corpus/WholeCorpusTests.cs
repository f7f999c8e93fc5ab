using Pipeline.Parser.Fuzz;

namespace Pipeline.Parser.Tests.Corpus;

/// <summary>Every real file, broken or not, is read within limits; so is whatever is left of it after an accident.</summary>
public sealed class WholeCorpusTests
{
    private const string Absent = "The shared folder with real listings is not here.";

    public static TheoryData<string> Folders => [.. ExpectedListing.Files().Select(file => file.Split('/')[0]).Distinct().DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task File_OfTheCorpus_IsReadWithinLimits(string folder)
        => Assert.Empty(await FaultsAsync(folder, (file, bytes) => [(file, bytes)]));

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task File_CutAnywhere_IsReadWithinLimits(string folder)
        => Assert.Empty(await FaultsAsync(
            folder,
            (file, bytes) => new[] { 0.1, 0.35, 0.6, 0.85, 0.99 }.Select(part => (int)(bytes.Length * part)).Append(Math.Max(0, bytes.Length - 1)).Distinct()
                .Select(length => ($"{file} cut at {length}", bytes[..length]))));

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task File_Damaged_IsReadWithinLimits(string folder)
        => Assert.Empty(await FaultsAsync(folder, (file, bytes) =>
        [
            ($"{file} packed", Packed.Gzip(bytes)),
            ($"{file} packed and cut", Packed.Gzip(bytes) is var packed ? packed[..(packed.Length * 2 / 3)] : []),
            ($"{file} with NULs", [.. bytes.SelectMany((b, i) => i % 50 == 0 ? new byte[] { 0, b } : [b])]),
            ($"{file} with invalid bytes", [.. bytes.SelectMany((b, i) => i % 97 == 0 ? new byte[] { 0xC3, b } : [b])]),
            ($"{file} in UTF-16", [0xFF, 0xFE, .. bytes.SelectMany(b => new byte[] { b, 0 })]),
        ]));

    private static async Task<IReadOnlyList<string>> FaultsAsync(string folder, Func<string, byte[], IEnumerable<(string What, byte[] Bytes)>> derive)
    {
        Assert.SkipWhen(folder.Length == 0, Absent);
        var faults = new List<string>();
        foreach (var file in ExpectedListing.Files().Where(file => file.Split('/')[0] == folder))
        {
            var bytes = await File.ReadAllBytesAsync(ExpectedListing.PathOf(file), TestContext.Current.CancellationToken);
            foreach (var (what, content) in derive(file, bytes))
            {
                var probed = await ListingProbe.ReadAsync(
                    new MemoryStream(content), Math.Max(content.Length, bytes.Length), Path.GetFileName(file), format: null, TestContext.Current.CancellationToken);
                faults.AddRange(probed.Fault is { } fault ? [$"{what}: {fault}"] : []);
            }
        }

        return faults;
    }
}
