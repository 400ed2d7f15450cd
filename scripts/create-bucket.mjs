// node scripts/create-bucket.mjs: makes the bucket that S3_BUCKET names, unless it is there.
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'

const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = process.env
const client = new S3Client({
  endpoint: S3_ENDPOINT,
  region: S3_REGION,
  credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
  forcePathStyle: true,
})

try {
  await client.send(new HeadBucketCommand({ Bucket: S3_BUCKET }))
  console.log(`bucket ${S3_BUCKET} is there`)
} catch (error) {
  if (error.$metadata?.httpStatusCode !== 404) throw error
  await client.send(new CreateBucketCommand({ Bucket: S3_BUCKET }))
  console.log(`bucket ${S3_BUCKET} made`)
}
