using System.Text;
using Pipeline.Standalone.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await PipelineCommand.RunAsync(args);
